extension TokenFormats {
  static func lowerP(_ reader: inout some TokenFormatReader) {
    // PyPI: https://pypi.org/help/#apitoken
    reader.read("pypi-AgE", "pypi-token", .url, 40)
    reader.read("pypi-", "pypi-token", .url, 60, .wordy)
    // Pulumi: https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/
    reader.read("pul-", "pulumi-token", .hex, 30)
    // PlanetScale: https://planetscale.com/docs/api/reference/service-tokens
    reader.read("pscale_tkn_", "planetscale-token", .dotted, 24)
    reader.read("pscale_oauth_", "planetscale-token", .dotted, 24)
    reader.read("pscale_pw_", "planetscale-password", .dotted, 24)
    // HubSpot: https://developers.hubspot.com/docs/api/private-apps
    reader.read("pat-na1-", "hubspot-token", .url, 30)
    reader.read("pat-na2-", "hubspot-token", .url, 30)
    reader.read("pat-eu1-", "hubspot-token", .url, 30)
    // PostHog: https://posthog.com/docs/api
    reader.read("phx_", "posthog-key", .alnum, 28)
    reader.read("phs_", "posthog-key", .alnum, 28)
    // Klaviyo: https://developers.klaviyo.com/en/docs/authenticate_
    reader.read("pk_", "klaviyo-key", .hex, 34, .exact)
    // Paddle: https://developer.paddle.com/api-reference/about/api-keys
    reader.read("pdl_live_apikey_", "paddle-key", .word, 30)
    reader.read("pdl_sdbx_apikey_", "paddle-key", .word, 30)
    // Perplexity: https://docs.perplexity.ai/getting-started/quickstart
    reader.read("pplx-", "perplexity-key", .alnum, 36, .wordy)
    // Pinecone: https://docs.pinecone.io/guides/projects/manage-api-keys
    reader.read("pcsk_", "pinecone-key", .word, 40)
    // Prefect: https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys
    reader.read("pnu_", "prefect-key", .alnum, 30)
    reader.read("pnb_", "prefect-key", .alnum, 30)
    // Private Packagist: https://packagist.com/docs/composer-authentication
    reader.read("packagist_uut_", "composer-token", .alnum, 40)
    reader.read("packagist_urt_", "composer-token", .alnum, 40)
    reader.read("packagist_out_", "composer-token", .alnum, 40)
    reader.read("packagist_ort_", "composer-token", .alnum, 40)
    // Polar: https://polar.sh/docs/integrate/oat
    reader.read("polar_oat_", "polar-token", .alnum, 28)
    reader.read("polar_pat_", "polar-token", .alnum, 28)
    // Voyage AI: https://docs.voyageai.com/docs/api-key-and-installation
    reader.read("pa-", "voyage-key", .url, 40, .wordy)
    // Adobe: https://developer.adobe.com/developer-console/docs/guides/authentication/
    reader.read("p8e-", "adobe-client-secret", .url, 28, .wordy)
    // Pinterest: https://developers.pinterest.com/docs/getting-started/authentication-and-scopes/
    reader.read("pina_", "pinterest-token", .url, 30)
    // Persona: https://docs.withpersona.com/api-keys
    reader.read("persona_production_", "persona-key", .url, 30, .wordy)
    reader.read("persona_sandbox_", "persona-key", .url, 30, .wordy)
    // Harness: https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/
    reader.read("pat.", "harness-token", .dotted, 60, .wordy)
    // Tinybird: https://www.tinybird.co/docs/classic/administration/auth-tokens
    reader.read("p.eyJ", "tinybird-token", .dotted, 40)
  }

  static func lowerQtoR(_ reader: inout some TokenFormatReader) {
    // WeCom: https://developer.work.weixin.qq.com/document/path/91770
    reader.read(
      "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", "wecom-webhook", .url, 30, .address)
    // RubyGems: https://guides.rubygems.org/rubygems-org-api/#api-authorization
    reader.read("rubygems_", "gem-key", .hex, 40)
    // Stripe: https://docs.stripe.com/keys
    reader.read("rk_live_", "stripe-key", .alnum, 16)
    reader.read("rk_test_", "stripe-key", .alnum, 16)
    reader.read("rk_prod_", "stripe-key", .alnum, 16)
    // Replicate: https://replicate.com/docs/topics/security/api-tokens
    reader.read("r8_", "replicate-token", .alnum, 34, .wordy)
    // ReadMe: https://docs.readme.com/main/reference/intro/authentication
    reader.read("rdme_", "readme-key", .alnum, 60)
    // Render: https://render.com/docs/api
    reader.read("rnd_", "render-key", .alnum, 26, .wordy)
    // Resend: https://resend.com/docs/api-reference/introduction
    reader.read("re_", "resend-key", .word, 24, .wordy)
    // Razorpay: https://razorpay.com/docs/api/authentication/
    reader.read("rzp_live_", "razorpay-key", .alnum, 14)
    reader.read("rzp_test_", "razorpay-key", .alnum, 14)
    // RunPod: https://docs.runpod.io/get-started/api-keys
    reader.read("rpa_", "runpod-key", .alnum, 36)
    // Rootly: https://docs.rootly.com/api-reference/overview
    reader.read("rootly_", "rootly-key", .hex, 40)
    // Retool: https://docs.retool.com/org-users/guides/retool-api/
    reader.read("retool_", "retool-token", .alnum, 24, .wordy)
  }
}
