extension TokenFormats {
  static let lowerP: [TokenFormat] = [
    // PyPI: https://pypi.org/help/#apitoken
    .init("pypi-AgE", "pypi-token", .url, 40),
    .init("pypi-", "pypi-token", .url, 60, .wordy),
    // Pulumi: https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/
    .init("pul-", "pulumi-token", .hex, 30),
    // PlanetScale: https://planetscale.com/docs/concepts/service-tokens
    .init("pscale_tkn_", "planetscale-token", .dotted, 24),
    .init("pscale_oauth_", "planetscale-token", .dotted, 24),
    .init("pscale_pw_", "planetscale-password", .dotted, 24),
    .init("pscale_api_", "planetscale-token", .dotted, 24),
    // HubSpot: https://developers.hubspot.com/docs/api/private-apps
    .init("pat-na1-", "hubspot-token", .url, 30),
    .init("pat-na2-", "hubspot-token", .url, 30),
    .init("pat-eu1-", "hubspot-token", .url, 30),
    // PostHog: https://posthog.com/docs/api
    .init("phx_", "posthog-key", .alnum, 28),
    .init("phs_", "posthog-key", .alnum, 28),
    // Klaviyo: https://developers.klaviyo.com/en/docs/authenticate_
    .init("pk_", "klaviyo-key", .hex, 34, .exact),
    // Paddle: https://developer.paddle.com/api-reference/about/api-keys
    .init("pdl_live_apikey_", "paddle-key", .word, 30),
    .init("pdl_sdbx_apikey_", "paddle-key", .word, 30),
    // Perplexity: https://docs.perplexity.ai/getting-started/quickstart
    .init("pplx-", "perplexity-key", .alnum, 36, .wordy),
    // Pinecone: https://docs.pinecone.io/guides/projects/manage-api-keys
    .init("pcsk_", "pinecone-key", .word, 40),
    // Prefect: https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys
    .init("pnu_", "prefect-key", .alnum, 30),
    .init("pnb_", "prefect-key", .alnum, 30),
    // Packagist: https://packagist.com/docs/api
    .init("packagist_", "composer-token", .word, 40, .wordy),
    // Polar: https://polar.sh/docs/integrate/oat
    .init("polar_oat_", "polar-token", .alnum, 28),
    .init("polar_pat_", "polar-token", .alnum, 28),
    // Voyage AI: https://docs.voyageai.com/docs/api-key-and-installation
    .init("pa-", "voyage-key", .url, 40, .wordy),
    // Particle, Typeform: https://www.typeform.com/developers/get-started/personal-access-token/
    .init("p8e-", "phrase-token", .alnum, 28, .wordy),
  ]

  static let lowerQtoR: [TokenFormat] = [
    // WeCom: https://developer.work.weixin.qq.com/document/path/91770
    .init("qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", "wecom-webhook", .url, 30, .address),
    // RubyGems: https://guides.rubygems.org/rubygems-org-api/#api-authorization
    .init("rubygems_", "gem-key", .hex, 40),
    // Stripe: https://docs.stripe.com/keys
    .init("rk_live_", "stripe-key", .alnum, 16),
    .init("rk_test_", "stripe-key", .alnum, 16),
    // Replicate: https://replicate.com/docs/topics/security/api-tokens
    .init("r8_", "replicate-token", .alnum, 34, .wordy),
    // ReadMe: https://docs.readme.com/main/reference/intro/authentication
    .init("rdme_", "readme-key", .alnum, 60),
    // Render: https://render.com/docs/api
    .init("rnd_", "render-key", .alnum, 26, .wordy),
    // Resend: https://resend.com/docs/api-reference/introduction
    .init("re_", "resend-key", .word, 24, .wordy),
    // Razorpay: https://razorpay.com/docs/api/authentication/
    .init("rzp_live_", "razorpay-key", .alnum, 14),
    .init("rzp_test_", "razorpay-key", .alnum, 14),
    // RunPod: https://docs.runpod.io/get-started/api-keys
    .init("rpa_", "runpod-key", .alnum, 36),
    // Rootly: https://docs.rootly.com/api-reference/overview
    .init("rootly_", "rootly-key", .hex, 40),
    // Retool: https://docs.retool.com/org-users/guides/retool-api/
    .init("retool_", "retool-token", .alnum, 24, .wordy),
  ]

  static let lowerS: [TokenFormat] = [
    // Stripe: https://docs.stripe.com/keys (also Clerk and WorkOS, which took the same prefix)
    .init("sk_live_", "stripe-key", .alnum, 16),
    .init("sk_test_", "stripe-key", .alnum, 16),
    // Anthropic: https://docs.claude.com/en/api/overview#authentication
    .init("sk-ant-", "anthropic-key", .url, 24),
    // OpenAI: https://platform.openai.com/docs/api-reference/authentication
    .init("sk-proj-", "openai-key", .url, 30),
    .init("sk-svcacct-", "openai-key", .url, 30),
    .init("sk-admin-", "openai-key", .url, 30),
    .init("sk-None-", "openai-key", .url, 30),
    .init("sess-", "openai-session", .alnum, 40),
    // OpenRouter: https://openrouter.ai/docs/api-reference/authentication
    .init("sk-or-v1-", "openrouter-key", .hex, 40),
    // Langfuse: https://langfuse.com/docs/api
    .init("sk-lf-", "langfuse-key", .url, 30),
    // OpenAI (older keys), DeepSeek, Moonshot, LiteLLM: https://api-docs.deepseek.com
    .init("sk-", "api-key", .url, 20, .wordy),
    // ElevenLabs: https://elevenlabs.io/docs/api-reference/authentication
    .init("sk_", "elevenlabs-key", .hex, 40),
    // Mapbox: https://docs.mapbox.com/help/getting-started/access-tokens/
    .init("sk.eyJ", "mapbox-token", .dotted, 30),
    // Shopify: https://shopify.dev/docs/apps/build/authentication-authorization
    .init("shpat_", "shopify-token", .alnum, 24),
    .init("shpca_", "shopify-token", .alnum, 24),
    .init("shppa_", "shopify-token", .alnum, 24),
    .init("shpss_", "shopify-secret", .alnum, 24),
    .init("shpua_", "shopify-token", .alnum, 24),
    .init("shptka_", "shopify-token", .alnum, 24),
    .init("shpit_", "shopify-token", .alnum, 24),
    // Square: https://developer.squareup.com/docs/build-basics/access-tokens
    .init("sq0atp-", "square-token", .url, 20),
    .init("sq0csp-", "square-secret", .url, 30),
    // Sentry: https://docs.sentry.io/account/auth-tokens/
    .init("sntrys_", "sentry-token", .base64, 30),
    .init("sntryu_", "sentry-token", .alnum, 40),
    .init("sntryi_", "sentry-token", .alnum, 40),
    .init("sntrya_", "sentry-token", .alnum, 40),
    // Supabase: https://supabase.com/docs/guides/api/api-keys
    .init("sbp_", "supabase-token", .alnum, 36),
    .init("sb_secret_", "supabase-key", .url, 20),
    // Dropbox: https://www.dropbox.com/developers/reference/auth-types
    .init("sl.", "dropbox-token", .dotted, 60, .wordy),
    // SonarQube: https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/
    .init("squ_", "sonar-token", .hex, 40),
    .init("sqp_", "sonar-token", .hex, 40),
    .init("sqa_", "sonar-token", .hex, 40),
    // Sourcegraph: https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token
    .init("sgp_", "sourcegraph-token", .word, 40),
    .init("slk_", "sourcegraph-key", .hex, 60),
    // Shippo: https://docs.goshippo.com/docs/guides_general/authentication/
    .init("shippo_live_", "shippo-token", .hex, 30),
    .init("shippo_test_", "shippo-token", .hex, 30),
    // Snyk: https://docs.snyk.io/snyk-api/authentication-for-api
    .init("snyk_uat.", "snyk-token", .dotted, 30),
    .init("snyk_sat.", "snyk-token", .dotted, 30),
    // LaunchDarkly: https://launchdarkly.com/docs/sdk/concepts/client-side-server-side#keys
    .init("sdk-", "launchdarkly-key", .url, 36, .wordy),
    // Matrix Synapse: https://element-hq.github.io/synapse/latest/
    .init("syt_", "matrix-token", .word, 28, .wordy),
    // RFC 8959: https://www.rfc-editor.org/rfc/rfc8959
    .init("secret-token:", "marked-token", .dotted, 12),
    // Notion (older): https://developers.notion.com/docs/authorization
    .init("secret_", "notion-token", .alnum, 24, .wordy),
    // 42 School, Slack signing, Stytch: https://stytch.com/docs/api/authentication
    .init("s-s4t2ud-", "intra42-secret", .hex, 40),
    .init("s-s4t2af-", "intra42-secret", .hex, 40),
    .init("secret-live-", "stytch-secret", .url, 28),
    .init("secret-test-", "stytch-secret", .url, 28),
    // Inngest: https://www.inngest.com/docs/platform/signing-keys
    .init("signkey-", "inngest-key", .url, 40),
    // HashiCorp Vault before 1.10: https://developer.hashicorp.com/vault/docs/concepts/tokens
    .init("s.", "vault-token", .alnum, 24, .exact),
  ]

  static let lowerTtoU: [TokenFormat] = [
    // Tailscale: https://tailscale.com/kb/1277/key-prefixes
    .init("tskey-", "tailscale-key", .url, 20),
    // Typeform: https://www.typeform.com/developers/get-started/personal-access-token/
    .init("tfp_", "typeform-token", .dotted, 40),
    // Tavily: https://docs.tavily.com/documentation/api-reference/introduction
    .init("tvly-", "tavily-key", .url, 24),
    // Together: https://docs.together.ai/docs/quickstart
    .init("tgp_v1_", "together-key", .url, 30),
    // Trigger.dev: https://trigger.dev/docs/apikeys
    .init("tr_prod_", "trigger-key", .alnum, 18),
    .init("tr_dev_", "trigger-key", .alnum, 18),
    // Mapbox: https://docs.mapbox.com/help/getting-started/access-tokens/
    .init("tk.eyJ", "mapbox-token", .dotted, 30),
    // Yandex Cloud: https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token
    .init("t1.", "yandex-token", .base64, 80),
    // Lob: https://docs.lob.com/#tag/Authentication
    .init("test_", "lob-key", .hex, 32),
    // Unkey: https://www.unkey.com/docs/security/root-keys
    .init("unkey_", "unkey-key", .alnum, 20, .wordy),
  ]

  static let lowerVtoW: [TokenFormat] = [
    // Cloudflare Origin CA: https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/
    .init("v1.0-", "cloudflare-ca-key", .url, 60),
    // GitHub apps before 2021: https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
    .init("v1.", "github-token", .hex, 40, .exact),
    // Vercel: https://vercel.com/docs/rest-api/reference/welcome#authentication
    .init("vcp_", "vercel-token", .alnum, 24),
    .init("vci_", "vercel-token", .alnum, 24),
    .init("vca_", "vercel-token", .alnum, 24),
    .init("vcr_", "vercel-token", .alnum, 24),
    .init("vck_", "vercel-token", .alnum, 24),
    .init("vercel_blob_rw_", "vercel-token", .word, 24),
    // Stripe, Svix: https://docs.stripe.com/webhooks#verify-official-libraries
    .init("whsec_", "webhook-secret", .base64, 24),
    // Microsoft Teams: https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/
    .init("webhook.office.com/webhookb2/", "teams-webhook", .path, 30, .address),
    // WakaTime: https://wakatime.com/developers#authentication
    .init("waka_", "wakatime-key", .url, 30),
    // Weights & Biases: https://docs.wandb.ai/guides/track/environment-variables
    .init("wandb_v1_", "wandb-key", .word, 40),
  ]

  static let lowerXtoZ: [TokenFormat] = [
    // Slack: https://docs.slack.dev/authentication/tokens
    .init("xoxb-", "slack-token", .url, 18),
    .init("xoxp-", "slack-token", .url, 18),
    .init("xoxa-", "slack-token", .url, 18),
    .init("xoxr-", "slack-token", .url, 18),
    .init("xoxs-", "slack-token", .url, 18),
    .init("xoxo-", "slack-token", .url, 18),
    .init("xoxc-", "slack-token", .url, 18),
    .init("xoxd-", "slack-cookie", .path, 18),
    .init("xoxe-", "slack-token", .url, 18),
    .init("xoxe.", "slack-token", .dotted, 24),
    .init("xapp-", "slack-app-token", .url, 24),
    .init("xwfp-", "slack-token", .url, 18),
    // xAI: https://docs.x.ai/docs/overview
    .init("xai-", "xai-key", .alnum, 40, .wordy),
    // Axiom: https://axiom.co/docs/reference/tokens
    .init("xaat-", "axiom-token", .url, 30),
    .init("xapt-", "axiom-token", .url, 30),
    // Brevo: https://developers.brevo.com/docs/getting-started
    .init("xkeysib-", "brevo-key", .url, 40),
    .init("xsmtpsib-", "brevo-key", .url, 40),
    // Xata: https://xata.io/docs/concepts/api-keys
    .init("xau_", "xata-key", .alnum, 28),
    // Google OAuth: https://developers.google.com/identity/protocols/oauth2
    .init("ya29.", "google-access-token", .dotted, 24),
    // Yandex: https://yandex.com/dev/id/doc/en/access
    .init("y0_", "yandex-token", .url, 40),
    .init("y1_", "yandex-token", .url, 40),
    // Zuplo: https://zuplo.com/docs/articles/api-key-management
    .init("zpka_", "zuplo-key", .word, 30),
  ]
}
