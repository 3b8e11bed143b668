extension TokenFormats {
  static func lowerA(_ reader: inout some TokenFormatReader) {
    // Terraform Cloud: https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
    reader.read("atlasv1.", "terraform-token", .url, 40)
    // Amazon MWS: https://docs.developer.amazonservices.com/en_US/dev_guide/DG_Registering.html
    reader.read("amzn.mws.", "amazon-mws-token", .url, 30)
    // Login with Amazon: https://developer.amazon.com/docs/login-with-amazon/register-web.html
    reader.read("amzn1.oa2-cs.v1.", "amazon-client-secret", .hex, 40)
    // Adafruit IO: https://io.adafruit.com/api/docs/#authentication
    reader.read("aio_", "adafruit-key", .alnum, 24, .wordy)
    // Apify: https://docs.apify.com/platform/integrations/api
    reader.read("apify_api_", "apify-token", .alnum, 30)
    // Hugging Face: https://huggingface.co/docs/hub/security-tokens
    reader.read("api_org_", "huggingface-token", .alnum, 30)
    // LaunchDarkly: https://launchdarkly.com/docs/home/account/api
    reader.read("api-", "launchdarkly-token", .url, 36, .wordy)
    // Akamai: https://techdocs.akamai.com/developer/docs/edgegrid
    reader.read("akab-", "akamai-token", .url, 24)
    // PayPal Braintree: https://developer.paypal.com/braintree/docs/guides/authorization/overview
    reader.read("access_token$production$", "braintree-token", .path, 16)
    reader.read("access_token$sandbox$", "braintree-token", .path, 16)
    // Plaid: https://plaid.com/docs/api/tokens/
    reader.read("access-sandbox-", "plaid-token", .url, 30)
    reader.read("access-development-", "plaid-token", .url, 30)
    reader.read("access-production-", "plaid-token", .url, 30)
    // Telegram: https://core.telegram.org/bots/api#authorizing-your-bot
    reader.read("api.telegram.org/bot", "telegram-bot-token", .path, 20, .address)
    // Asaas: https://docs.asaas.com/docs/authentication-2
    reader.read("aact_", "asaas-key", .base64, 40)
    // Anyscale: https://docs.anyscale.com/reference/quickstart-cli
    reader.read("aph0_", "anyscale-token", .url, 24)
    // Onfido: https://documentation.onfido.com/#api-tokens
    reader.read("api_live.", "onfido-token", .dotted, 30)
    reader.read("api_sandbox.", "onfido-token", .dotted, 30)
    // Modal: https://modal.com/docs/reference/modal.config
    reader.read("as-", "modal-token-secret", .alnum, 22, .exact)
  }

  static func lowerB(_ reader: inout some TokenFormatReader) {
    // Buildkite: https://buildkite.com/docs/platform/security/tokens
    reader.read("bkua_", "buildkite-token", .alnum, 30)
    reader.read("bkaa_", "buildkite-token", .dotted, 30)
    reader.read("bkaj_", "buildkite-token", .dotted, 30)
    reader.read("bkjat_", "buildkite-token", .dotted, 30)
    reader.read("bkar_", "buildkite-token", .dotted, 30)
    reader.read("bkur_", "buildkite-token", .dotted, 30)
    reader.read("bkct_", "buildkite-token", .dotted, 30)
    reader.read("bkcqt_", "buildkite-token", .dotted, 30)
    reader.read("bkpt_", "buildkite-token", .dotted, 30)
    reader.read("bkpat_", "buildkite-token", .dotted, 30)
    reader.read("bkps_", "buildkite-token", .dotted, 30)
    reader.read("bkrt_", "buildkite-token", .dotted, 30)
    reader.read("bktr_", "buildkite-token", .dotted, 30)
    reader.read("bktx_", "buildkite-token", .dotted, 30)
    reader.read("bkat_", "buildkite-token", .dotted, 30)
    // Amazon Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    reader.read("bedrock-api-key-", "aws-model-key", .base64, 40)
    // Beamer: https://www.getbeamer.com/api/
    reader.read("b_", "beamer-token", .base64, 44, .exact)
    // Browserbase: https://docs.browserbase.com/introduction/getting-started
    reader.read("bb_live_", "browserbase-key", .url, 20)
    // Baidu AI Cloud: https://cloud.baidu.com/doc/qianfan-api/s/ym9chdsy5
    reader.read("bce-v3/ALTAK-", "baidu-key", .path, 40)
    // Block Protocol: https://blockprotocol.org/docs/hub/api
    reader.read("b10ck5.", "block-protocol-key", .dotted, 40)
    // OpenSSH: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
    reader.read("b3BlbnNzaC1rZXktdjE", "private-key", .base64, 40)
  }

  static func lowerC(_ reader: inout some TokenFormatReader) {
    // crates.io: https://doc.rust-lang.org/cargo/reference/publishing.html
    reader.read("cio", "crates-io-token", .alnum, 32, .exact)
    // Cloudflare: https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/
    reader.read("cfut_", "cloudflare-token", .url, 30)
    reader.read("cfat_", "cloudflare-token", .url, 30)
    reader.read("cfk_", "cloudflare-token", .url, 30)
    // JFrog reference tokens: https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token
    reader.read("cmVmdGtuOj", "jfrog-token", .base64, 40)
    // Confluent: https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
    reader.read("cflt", "confluent-secret", .base64, 56, .wordy)
    // Cerebras: https://inference-docs.cerebras.ai/quickstart
    reader.read("csk-", "cerebras-key", .lower, 40)
    // Cal.com: https://cal.com/docs/api-reference/v1/authentication
    reader.read("cal_live_", "cal-key", .hex, 24)
    // Cursor: https://cursor.com/docs/api
    reader.read("crsr_", "cursor-key", .hex, 40)
    // WooCommerce: https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication
    reader.read("ck_", "woocommerce-key", .hex, 40)
    reader.read("cs_", "woocommerce-key", .hex, 40, .exact)
    // CodeRabbit: https://docs.coderabbit.ai/cli
    reader.read("cr-", "coderabbit-key", .hex, 40)
    // Checkly: https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/
    reader.read("cu_", "checkly-key", .alnum, 30, .wordy)
    // CodeSandbox: https://codesandbox.io/docs/sdk
    reader.read("csb_v1_", "codesandbox-token", .url, 30, .wordy)
    // Context7: https://context7.com/docs/howto/api-keys
    reader.read("ctx7sk-", "context7-key", .url, 30)
  }

  static func lowerD(_ reader: inout some TokenFormatReader) {
    // DigitalOcean: https://docs.digitalocean.com/reference/api/create-personal-access-token/
    reader.read("dop_v1_", "digitalocean-token", .hex, 40)
    reader.read("doo_v1_", "digitalocean-token", .hex, 40)
    reader.read("dor_v1_", "digitalocean-token", .hex, 40)
    // Docker: https://docs.docker.com/security/for-developers/access-tokens/
    reader.read("dckr_pat_", "docker-token", .url, 20)
    reader.read("dckr_oat_", "docker-token", .url, 20)
    // Databricks: https://docs.databricks.com/aws/en/dev-tools/auth/
    reader.read("dapi", "databricks-token", .hex, 32)
    reader.read("dose", "databricks-secret", .hex, 32)
    // Doppler: https://docs.doppler.com/reference/auth-token-formats
    reader.read("dp.pt.", "doppler-token", .alnum, 30)
    reader.read("dp.st.", "doppler-token", .dotted, 30)
    reader.read("dp.ct.", "doppler-token", .alnum, 30)
    reader.read("dp.sa.", "doppler-token", .alnum, 30)
    reader.read("dp.said.", "doppler-token", .alnum, 30)
    reader.read("dp.scim.", "doppler-token", .alnum, 30)
    reader.read("dp.audit.", "doppler-token", .alnum, 30)
    // Dynatrace: https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication
    reader.read("dt0c01.", "dynatrace-token", .dotted, 40)
    reader.read("dt0s01.", "dynatrace-token", .dotted, 30)
    reader.read("dt0s02.", "dynatrace-token", .dotted, 30)
    reader.read("dt0s16.", "dynatrace-token", .dotted, 30)
    // Duffel: https://duffel.com/docs/api/overview/making-requests
    reader.read("duffel_test_", "duffel-token", .base64, 30)
    reader.read("duffel_live_", "duffel-token", .base64, 30)
    // Intercom: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication
    reader.read("dG9rO", "intercom-token", .base64, 40)
    // Discord: https://discord.com/developers/docs/resources/webhook
    reader.read("discord.com/api/webhooks/", "discord-webhook", .path, 20, .address)
    reader.read("discordapp.com/api/webhooks/", "discord-webhook", .path, 20, .address)
    // Deno Deploy: https://docs.deno.com/deploy/manual/deployctl/
    reader.read("ddp_", "deno-token", .alnum, 30)
    reader.read("ddo_", "deno-token", .alnum, 30)
    // dbt: https://docs.getdbt.com/docs/dbt-cloud-apis/authentication
    reader.read("dbtc_", "dbt-token", .url, 24)
    reader.read("dbtu_", "dbt-token", .url, 24)
    // Depot: https://depot.dev/docs/cli/authentication
    reader.read("depot_", "depot-token", .word, 40, .wordy)
    // Daytona: https://www.daytona.io/docs/en/api-keys/
    reader.read("dtn_", "daytona-key", .alnum, 40)
    // Defined Networking: https://docs.defined.net/guides/automating-host-creation/
    reader.read("dnkey-", "defined-networking-key", .url, 60)
    // DevCycle: https://docs.devcycle.com/platform/account-management/keys
    reader.read("dvc_server_", "devcycle-key", .word, 36, .wordy)
  }

  static func lowerEtoF(_ reader: inout some TokenFormatReader) {
    // E2B: https://e2b.dev/docs/api-key
    reader.read("e2b_", "e2b-key", .hex, 30)
    // Elastic Cloud: https://www.elastic.co/docs/deploy-manage/api-keys
    reader.read("essu_", "elastic-key", .base64, 30)
    // Grafana before 9: https://grafana.com/docs/grafana/latest/developers/http_api/auth/
    reader.read("eyJrIjoi", "grafana-key", .base64, 40)
    // Cloudflare tunnels: https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/remote-tunnel-permissions/
    reader.read("eyJhIjoi", "cloudflare-tunnel-token", .base64, 100)
    // Figma: https://developers.figma.com/docs/rest-api/authentication/
    reader.read("figd_", "figma-token", .url, 24)
    reader.read("figo_", "figma-token", .url, 24)
    reader.read("figoh_", "figma-token", .url, 24)
    reader.read("figor_", "figma-token", .url, 24)
    reader.read("figu_", "figma-token", .url, 24)
    reader.read("figuh_", "figma-token", .url, 24)
    reader.read("figur_", "figma-token", .url, 24)
    // Fly.io: https://fly.io/docs/security/tokens/
    reader.read("fm1r_", "flyio-token", .base64, 40)
    reader.read("fm1a_", "flyio-token", .base64, 40)
    reader.read("fm2_", "flyio-token", .base64, 40)
    reader.read("fo1_", "flyio-token", .url, 30)
    // Frame.io: https://developer.frame.io/docs/getting-started/authentication
    reader.read("fio-u-", "frameio-token", .url, 40)
    // Firecrawl: https://docs.firecrawl.dev/introduction
    reader.read("fc-", "firecrawl-key", .hex, 32)
    // Fireworks: https://docs.fireworks.ai/tools-sdks/openai-compatibility
    reader.read("fw_", "fireworks-key", .alnum, 22, .wordy)
  }
}
