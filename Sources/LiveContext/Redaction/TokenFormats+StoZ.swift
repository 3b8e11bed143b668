extension TokenFormats {
  static func lowerS(_ reader: inout some TokenFormatReader) {
    // Stripe (Clerk, WorkOS and Paystack took the same prefix): https://docs.stripe.com/keys
    reader.read("sk_live_", "stripe-key", .alnum, 16)
    reader.read("sk_test_", "stripe-key", .alnum, 16)
    reader.read("sk_prod_", "stripe-key", .alnum, 16)
    // Checkout.com: https://www.checkout.com/docs/developer-resources/api/manage-api-keys
    reader.read("sk_sbox_", "checkout-key", .lower, 20)
    reader.read("sk_test_", "checkout-key", .url, 30)
    reader.read("sk_", "checkout-key", .lower, 27, .exact)
    // Clearbit: https://dashboard.clearbit.com/docs#authentication
    reader.read("sk_", "clearbit-key", .hex, 32, .exact)
    // Anthropic: https://docs.claude.com/en/api/overview#authentication
    reader.read("sk-ant-", "anthropic-key", .url, 24)
    // OpenAI: https://platform.openai.com/docs/api-reference/authentication
    reader.read("sk-proj-", "openai-key", .url, 30)
    reader.read("sk-svcacct-", "openai-key", .url, 30)
    reader.read("sk-admin-", "openai-key", .url, 30)
    reader.read("sk-None-", "openai-key", .url, 30)
    reader.read("sess-", "openai-session", .alnum, 40)
    // OpenRouter: https://openrouter.ai/docs/api-reference/authentication
    reader.read("sk-or-v1-", "openrouter-key", .hex, 40)
    // Langfuse: https://langfuse.com/docs/api
    reader.read("sk-lf-", "langfuse-key", .url, 30)
    // OpenAI before 2024 (many model providers took the same prefix): https://platform.openai.com/docs/api-reference/authentication
    reader.read("sk-", "api-key", .url, 20, .wordy)
    // ElevenLabs: https://elevenlabs.io/docs/api-reference/authentication
    reader.read("sk_", "elevenlabs-key", .hex, 40)
    // Mapbox: https://docs.mapbox.com/help/getting-started/access-tokens/
    reader.read("sk.eyJ", "mapbox-token", .dotted, 30)
    // Shopify: https://shopify.dev/docs/apps/build/authentication-authorization
    reader.read("shpat_", "shopify-token", .alnum, 24)
    reader.read("shpca_", "shopify-token", .alnum, 24)
    reader.read("shppa_", "shopify-token", .alnum, 24)
    reader.read("shpss_", "shopify-secret", .alnum, 24)
    reader.read("shpua_", "shopify-token", .alnum, 24)
    reader.read("shptka_", "shopify-token", .alnum, 24)
    // Square: https://developer.squareup.com/docs/build-basics/access-tokens
    reader.read("sq0atp-", "square-token", .url, 20)
    reader.read("sq0csp-", "square-secret", .url, 30)
    // Sentry: https://docs.sentry.io/account/auth-tokens/
    reader.read("sntrys_", "sentry-token", .base64, 30)
    reader.read("sntryu_", "sentry-token", .alnum, 40)
    reader.read("sntryi_", "sentry-token", .alnum, 40)
    reader.read("sntrya_", "sentry-token", .alnum, 40)
    // Supabase: https://supabase.com/docs/guides/api/api-keys
    reader.read("sbp_", "supabase-token", .word, 36)
    reader.read("sb_secret_", "supabase-key", .url, 20)
    // Dropbox: https://www.dropbox.com/developers/reference/auth-types
    reader.read("sl.", "dropbox-token", .dotted, 60, .wordy)
    // SonarQube: https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/
    reader.read("squ_", "sonar-token", .hex, 40)
    reader.read("sqp_", "sonar-token", .hex, 40)
    reader.read("sqa_", "sonar-token", .hex, 40)
    // Sourcegraph: https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token
    reader.read("sgp_", "sourcegraph-token", .word, 40)
    // Sourcegraph Cody: https://sourcegraph.com/docs/cody/core-concepts/cody-gateway
    reader.read("slk_", "sourcegraph-key", .hex, 60)
    // Shippo: https://docs.goshippo.com/docs/guides_general/authentication/
    reader.read("shippo_live_", "shippo-token", .hex, 30)
    reader.read("shippo_test_", "shippo-token", .hex, 30)
    // Snyk: https://docs.snyk.io/snyk-api/authentication-for-api
    reader.read("snyk_uat.", "snyk-token", .dotted, 30)
    reader.read("snyk_sat.", "snyk-token", .dotted, 30)
    // LaunchDarkly: https://launchdarkly.com/docs/sdk/concepts/client-side-server-side#keys
    reader.read("sdk-", "launchdarkly-key", .url, 36, .wordy)
    // Matrix Synapse: https://element-hq.github.io/synapse/latest/
    reader.read("syt_", "matrix-token", .word, 28, .wordy)
    // RFC 8959: https://www.rfc-editor.org/rfc/rfc8959
    reader.read("secret-token:", "marked-token", .dotted, 12)
    // Notion (older): https://developers.notion.com/docs/authorization
    reader.read("secret_", "notion-token", .alnum, 24, .wordy)
    // 42: https://api.intra.42.fr/apidoc/guides/getting_started
    reader.read("s-s4t2ud-", "intra42-secret", .hex, 40)
    reader.read("s-s4t2af-", "intra42-secret", .hex, 40)
    // Stytch: https://stytch.com/docs/api/authentication
    reader.read("secret-live-", "stytch-secret", .url, 28)
    reader.read("secret-test-", "stytch-secret", .url, 28)
    // Statsig: https://docs.statsig.com/sdk-keys/api-keys
    reader.read("secret-", "statsig-key", .alnum, 36, .wordy)
    // Inngest: https://www.inngest.com/docs/platform/signing-keys
    reader.read("signkey-", "inngest-key", .url, 40)
    // HashiCorp Vault before 1.10: https://developer.hashicorp.com/vault/docs/concepts/tokens
    reader.read("s.", "vault-token", .alnum, 24, .exact)
    // Harness: https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/
    reader.read("sat.", "harness-token", .dotted, 60, .wordy)
    // Infisical: https://infisical.com/docs/documentation/platform/token
    reader.read("st.", "infisical-token", .dotted, 60, .wordy)
    // OpenShift: https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/authentication_and_authorization/managing-oauth-access-tokens
    reader.read("sha256~", "openshift-token", .url, 40)
    // Socket: https://docs.socket.dev/reference/authentication
    reader.read("sktsec_", "socket-token", .url, 30)
    // SettleMint: https://console.settlemint.com/documentation/platform-components/security-and-authentication/application-access-tokens
    reader.read("sm_aat_", "settlemint-token", .alnum, 16, .wordy)
    reader.read("sm_pat_", "settlemint-token", .alnum, 16, .wordy)
    reader.read("sm_sat_", "settlemint-token", .alnum, 16, .wordy)
    // Samsara: https://developers.samsara.com/docs/authentication
    reader.read("samsara_api_", "samsara-token", .alnum, 24, .wordy)
  }

  static func lowerTtoU(_ reader: inout some TokenFormatReader) {
    // Tailscale: https://tailscale.com/kb/1277/key-prefixes
    reader.read("tskey-", "tailscale-key", .url, 20)
    // Typeform: https://www.typeform.com/developers/get-started/personal-access-token/
    reader.read("tfp_", "typeform-token", .dotted, 40)
    // Tavily: https://docs.tavily.com/documentation/api-reference/introduction
    reader.read("tvly-", "tavily-key", .url, 24)
    // Together: https://docs.together.ai/docs/quickstart
    reader.read("tgp_v1_", "together-key", .url, 30)
    // Trigger.dev: https://trigger.dev/docs/apikeys
    reader.read("tr_prod_", "trigger-key", .word, 18)
    reader.read("tr_dev_", "trigger-key", .word, 18, .wordy)
    reader.read("tr_stg_", "trigger-key", .word, 18, .wordy)
    reader.read("tr_pat_", "trigger-key", .alnum, 18)
    // Mapbox: https://docs.mapbox.com/help/getting-started/access-tokens/
    reader.read("tk.eyJ", "mapbox-token", .dotted, 30)
    // Yandex Cloud: https://yandex.cloud/en/docs/security/operations/search-secrets
    reader.read("t1.", "yandex-token", .dotted, 80)
    // Lob: https://docs.lob.com/#tag/Authentication
    reader.read("test_", "lob-key", .hex, 32, .wordy)
    // Mollie: https://docs.mollie.com/reference/authentication
    reader.read("test_", "mollie-key", .alnum, 30, .exact)
    // Scalingo: https://developers.scalingo.com/#authentication
    reader.read("tk-us-", "scalingo-token", .url, 40)
    // Extended keys of wallets: https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki
    reader.read("tprv", "wallet-key", .alnum, 100)
    // Unkey: https://www.unkey.com/docs/security/root-keys
    reader.read("unkey_", "unkey-key", .alnum, 20, .wordy)
  }

  static func lowerVtoW(_ reader: inout some TokenFormatReader) {
    // Cloudflare Origin CA: https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/
    reader.read("v1.0-", "cloudflare-ca-key", .url, 60)
    // GitHub apps before 2021: https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
    reader.read("v1.", "github-token", .hex, 40, .exact)
    // Vercel: https://vercel.com/docs/rest-api/reference/welcome#authentication
    reader.read("vcp_", "vercel-token", .alnum, 24)
    reader.read("vci_", "vercel-token", .alnum, 24)
    reader.read("vca_", "vercel-token", .alnum, 24)
    reader.read("vcr_", "vercel-token", .alnum, 24)
    reader.read("vck_", "vercel-token", .alnum, 24)
    reader.read("vercel_blob_rw_", "vercel-token", .word, 24)
    // Standard Webhooks (Stripe, Svix, Clerk): https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
    reader.read("whsec_", "webhook-secret", .base64, 24)
    // Microsoft Teams: https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/
    reader.read("webhook.office.com/webhookb2/", "teams-webhook", .path, 30, .address)
    // Val Town: https://docs.val.town/reference/api/authentication/
    reader.read("vtwn_", "val-town-token", .alnum, 20)
    // WakaTime: https://wakatime.com/developers#authentication
    reader.read("waka_", "wakatime-key", .url, 30)
    // Weights & Biases: https://docs.wandb.ai/guides/track/environment-variables
    reader.read("wandb_v1_", "wandb-key", .word, 40)
  }

  static func lowerXtoZ(_ reader: inout some TokenFormatReader) {
    // Slack: https://docs.slack.dev/authentication/tokens
    reader.read("xoxb-", "slack-token", .url, 18)
    reader.read("xoxp-", "slack-token", .url, 18)
    reader.read("xoxa-", "slack-token", .url, 18)
    reader.read("xoxr-", "slack-token", .url, 18)
    reader.read("xoxs-", "slack-token", .url, 18)
    reader.read("xoxo-", "slack-token", .url, 18)
    reader.read("xoxc-", "slack-token", .url, 18)
    reader.read("xoxd-", "slack-cookie", .path, 18)
    reader.read("xoxe-", "slack-token", .url, 18)
    reader.read("xoxe.", "slack-token", .dotted, 24)
    reader.read("xapp-", "slack-app-token", .url, 24)
    reader.read("xwfp-", "slack-token", .url, 18)
    // xAI: https://docs.x.ai/docs/overview
    reader.read("xai-", "xai-key", .alnum, 40, .wordy)
    // Axiom: https://axiom.co/docs/reference/tokens
    reader.read("xaat-", "axiom-token", .url, 30)
    reader.read("xapt-", "axiom-token", .url, 30)
    // Brevo: https://developers.brevo.com/docs/getting-started
    reader.read("xkeysib-", "brevo-key", .url, 40)
    reader.read("xsmtpsib-", "brevo-key", .url, 40)
    // Xata: https://xata.io/docs/concepts/api-keys
    reader.read("xau_", "xata-key", .alnum, 28)
    // Google OAuth: https://developers.google.com/identity/protocols/oauth2
    reader.read("ya29.", "google-access-token", .dotted, 24)
    // Yandex: https://yandex.cloud/en/docs/security/operations/search-secrets
    reader.read("y0_", "yandex-token", .url, 40)
    reader.read("y1_", "yandex-token", .url, 40)
    reader.read("y2_", "yandex-token", .url, 40)
    reader.read("y3_", "yandex-token", .url, 40)
    // Extended keys of wallets: https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki
    reader.read("xprv", "wallet-key", .alnum, 100)
    reader.read("yprv", "wallet-key", .alnum, 100)
    reader.read("zprv", "wallet-key", .alnum, 100)
    // Zuplo: https://zuplo.com/docs/articles/api-key-management
    reader.read("zpka_", "zuplo-key", .word, 30)
  }
}
