extension TokenFormats {
  static let lowerA: [TokenFormat] = [
    // Terraform Cloud: https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
    .init("atlasv1.", "terraform-token", .url, 40),
    // Amazon MWS: https://docs.developer.amazonservices.com/en_US/dev_guide/DG_Registering.html
    .init("amzn.mws.", "amazon-mws-token", .url, 30),
    .init("amzn1.oa2-cs.v1.", "amazon-client-secret", .hex, 40),
    // Adafruit IO: https://io.adafruit.com/api/docs/#authentication
    .init("aio_", "adafruit-key", .alnum, 24, .wordy),
    // Apify: https://docs.apify.com/platform/integrations/api
    .init("apify_api_", "apify-token", .alnum, 30),
    // Hugging Face: https://huggingface.co/docs/hub/security-tokens
    .init("api_org_", "huggingface-token", .alnum, 30),
    // LaunchDarkly: https://launchdarkly.com/docs/home/account/api
    .init("api-", "launchdarkly-token", .url, 36, .wordy),
    // Akamai: https://techdocs.akamai.com/developer/docs/edgegrid
    .init("akab-", "akamai-token", .url, 24),
    // PayPal Braintree: https://developer.paypal.com/braintree/docs/guides/authorization/overview
    .init("access_token$production$", "braintree-token", .path, 16),
    .init("access_token$sandbox$", "braintree-token", .path, 16),
    // Plaid: https://plaid.com/docs/api/tokens/
    .init("access-sandbox-", "plaid-token", .url, 30),
    .init("access-development-", "plaid-token", .url, 30),
    .init("access-production-", "plaid-token", .url, 30),
    // Telegram: https://core.telegram.org/bots/api#authorizing-your-bot
    .init("api.telegram.org/bot", "telegram-bot-token", .path, 20, .address),
    // Auth0 and Okta private cloud share no prefix; Asaas: https://docs.asaas.com/docs/authentication
    .init("aact_", "asaas-key", .base64, 40),
    // Airbyte, Anyscale: https://docs.anyscale.com/reference/cli
    .init("aph0_", "anyscale-token", .url, 24),
    .init("aoat_", "anyscale-token", .url, 24, .wordy),
    // AssemblyAI and Axiom: https://axiom.co/docs/reference/tokens
    .init("apk_", "api-key", .alnum, 24, .wordy),
  ]

  static let lowerB: [TokenFormat] = [
    // Buildkite: https://buildkite.com/docs/apis/managing-api-tokens
    .init("bkua_", "buildkite-token", .alnum, 30),
    .init("bkaj_", "buildkite-token", .url, 30),
    .init("bkct_", "buildkite-token", .url, 30),
    .init("bkpt_", "buildkite-token", .url, 30),
    .init("bkpi_", "buildkite-token", .url, 30),
    // Amazon Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    .init("bedrock-api-key-", "aws-model-key", .base64, 40),
    // Beamer: https://www.getbeamer.com/api
    .init("b_", "beamer-token", .base64, 44, .exact),
    // Browserbase: https://docs.browserbase.com
    .init("bb_live_", "browserbase-key", .url, 20),
    // OpenSSH: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
    .init("b3BlbnNzaC1rZXktdjE", "private-key", .base64, 40),
  ]

  static let lowerC: [TokenFormat] = [
    // crates.io: https://doc.rust-lang.org/cargo/reference/publishing.html
    .init("cio", "crates-io-token", .alnum, 32, .exact),
    // Cloudflare: https://developers.cloudflare.com/fundamentals/api/get-started/create-token/
    .init("cfut_", "cloudflare-token", .url, 30),
    .init("cfat_", "cloudflare-token", .url, 30),
    .init("cfk_", "cloudflare-token", .url, 30),
    // JFrog reference tokens: https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token
    .init("cmVmdGtuOj", "jfrog-token", .base64, 40),
    // Confluent: https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
    .init("cflt", "confluent-secret", .base64, 56, .wordy),
    // Cerebras: https://inference-docs.cerebras.ai/quickstart
    .init("csk-", "cerebras-key", .lower, 40),
    // Cal.com: https://cal.com/docs/api-reference/v1/authentication
    .init("cal_live_", "cal-key", .hex, 24),
    // Cursor: https://docs.cursor.com
    .init("crsr_", "cursor-key", .hex, 40),
    // WooCommerce: https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication
    .init("ck_", "woocommerce-key", .hex, 40),
    .init("cs_", "woocommerce-key", .hex, 40, .exact),
    // Codecov, CodeRabbit: https://docs.coderabbit.ai
    .init("cr-", "coderabbit-key", .hex, 40),
    // Cypress, Checkly: https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/
    .init("cu_", "checkly-key", .alnum, 30, .wordy),
    // CircleCI, Crates: https://www.courier.com/docs
    .init("ctx7sk-", "context7-key", .url, 30),
  ]

  static let lowerD: [TokenFormat] = [
    // DigitalOcean: https://docs.digitalocean.com/reference/api/create-personal-access-token/
    .init("dop_v1_", "digitalocean-token", .hex, 40),
    .init("doo_v1_", "digitalocean-token", .hex, 40),
    .init("dor_v1_", "digitalocean-token", .hex, 40),
    .init("dosat_v1_", "digitalocean-token", .hex, 40),
    // Docker: https://docs.docker.com/security/for-developers/access-tokens/
    .init("dckr_pat_", "docker-token", .url, 20),
    .init("dckr_oat_", "docker-token", .url, 20),
    // Databricks: https://docs.databricks.com/aws/en/dev-tools/auth/pat
    .init("dapi", "databricks-token", .hex, 32),
    .init("dkea", "databricks-token", .hex, 32),
    .init("dose", "databricks-secret", .hex, 32),
    .init("dsapi", "databricks-token", .hex, 32),
    // Doppler: https://docs.doppler.com/reference/auth-token-formats
    .init("dp.pt.", "doppler-token", .alnum, 30),
    .init("dp.st.", "doppler-token", .dotted, 30),
    .init("dp.ct.", "doppler-token", .alnum, 30),
    .init("dp.sa.", "doppler-token", .alnum, 30),
    .init("dp.said.", "doppler-token", .alnum, 30),
    .init("dp.scim.", "doppler-token", .alnum, 30),
    .init("dp.audit.", "doppler-token", .alnum, 30),
    // Dynatrace: https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication
    .init("dt0c01.", "dynatrace-token", .dotted, 40),
    .init("dt0s01.", "dynatrace-token", .dotted, 30),
    .init("dt0s02.", "dynatrace-token", .dotted, 30),
    .init("dt0s16.", "dynatrace-token", .dotted, 30),
    // Duffel: https://duffel.com/docs/api/overview/making-requests
    .init("duffel_test_", "duffel-token", .base64, 30),
    .init("duffel_live_", "duffel-token", .base64, 30),
    // Intercom: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication
    .init("dG9rO", "intercom-token", .base64, 40),
    // Discord: https://discord.com/developers/docs/resources/webhook
    .init("discord.com/api/webhooks/", "discord-webhook", .path, 20, .address),
    .init("discordapp.com/api/webhooks/", "discord-webhook", .path, 20, .address),
    // Deno Deploy: https://docs.deno.com/deploy/
    .init("ddp_", "deno-token", .alnum, 30),
    .init("ddo_", "deno-token", .alnum, 30),
    // dbt: https://docs.getdbt.com/docs/dbt-cloud-apis/authentication
    .init("dbtc_", "dbt-token", .url, 24),
    .init("dbtu_", "dbt-token", .url, 24),
    .init("dbts_", "dbt-token", .url, 24),
    // Depot: https://depot.dev/docs/cli/authentication
    .init("depot_", "depot-token", .word, 40, .wordy),
  ]

  static let lowerEtoF: [TokenFormat] = [
    // E2B: https://e2b.dev/docs/api-key
    .init("e2b_", "e2b-key", .hex, 30),
    // Elastic Cloud: https://www.elastic.co/docs/deploy-manage/api-keys
    .init("essu_", "elastic-key", .base64, 30),
    .init("eyJrIjoi", "grafana-key", .base64, 40),
    // Figma: https://www.figma.com/developers/api#access-tokens
    .init("figd_", "figma-token", .url, 24),
    .init("figu_", "figma-token", .url, 24),
    .init("figuh_", "figma-token", .url, 24),
    .init("figor_", "figma-token", .url, 24),
    // Fly.io: https://fly.io/docs/security/tokens/
    .init("fm1r_", "flyio-token", .base64, 40),
    .init("fm1a_", "flyio-token", .base64, 40),
    .init("fm2_", "flyio-token", .base64, 40),
    .init("fo1_", "flyio-token", .url, 30),
    // Frame.io: https://developer.frame.io/docs/getting-started/authentication
    .init("fio-u-", "frameio-token", .url, 40),
    // Firecrawl: https://docs.firecrawl.dev/introduction
    .init("fc-", "firecrawl-key", .hex, 32),
    // Fireworks: https://docs.fireworks.ai/tools-sdks/openai-compatibility
    .init("fw_", "fireworks-key", .alnum, 22, .wordy),
    .init("fpk_", "fireworks-key", .alnum, 22, .wordy),
  ]
}
