extension TokenFormats {
  static func lowerG(_ reader: inout some TokenFormatReader) {
    // GitHub: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
    reader.read("ghp_", "github-token", .alnum, 20)
    reader.read("gho_", "github-token", .alnum, 20)
    reader.read("ghu_", "github-token", .dotted, 20)
    reader.read("ghs_", "github-token", .dotted, 20)
    reader.read("ghr_", "github-token", .dotted, 20)
    reader.read("github_pat_", "github-token", .word, 22)
    // GitLab: https://docs.gitlab.com/security/tokens/#token-prefixes
    reader.read("glpat-", "gitlab-token", .dotted, 18)
    reader.read("gldt-", "gitlab-deploy-token", .dotted, 18)
    reader.read("glrt-", "gitlab-runner-token", .dotted, 18)
    reader.read("glrtr-", "gitlab-runner-token", .dotted, 18)
    reader.read("glptt-", "gitlab-trigger-token", .dotted, 18)
    reader.read("glft-", "gitlab-feed-token", .dotted, 18)
    reader.read("glsoat-", "gitlab-scim-token", .dotted, 18)
    reader.read("glimt-", "gitlab-mail-token", .dotted, 18)
    reader.read("glagent-", "gitlab-agent-token", .dotted, 18)
    reader.read("glcbt-", "gitlab-job-token", .dotted, 18)
    reader.read("gloas-", "gitlab-oauth-secret", .dotted, 18)
    reader.read("glffct-", "gitlab-feature-flag-token", .dotted, 18)
    reader.read("glwt-", "gitlab-workspace-token", .dotted, 18)
    // Grafana: https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/
    reader.read("glc_", "grafana-token", .base64, 24)
    reader.read("glsa_", "grafana-token", .word, 24)
    // Groq: https://console.groq.com/docs/quickstart
    reader.read("gsk_", "groq-key", .alnum, 36, .wordy)
    // Fernet tokens, OpenStack: https://github.com/fernet/spec
    reader.read("gAAAAA", "fernet-token", .base64, 60)
    // GC Notify: https://documentation.notification.canada.ca/en/keys.html
    reader.read("gcntfy-", "gc-notify-key", .url, 40)
  }

  static func lowerH(_ reader: inout some TokenFormatReader) {
    // Hugging Face: https://huggingface.co/docs/hub/security-tokens
    reader.read("hf_", "huggingface-token", .alnum, 28, .wordy)
    // HashiCorp Vault: https://developer.hashicorp.com/vault/docs/concepts/tokens
    reader.read("hvs.", "vault-token", .url, 20)
    reader.read("hvb.", "vault-token", .url, 20)
    reader.read("hvr.", "vault-token", .url, 20)
    // Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
    reader.read("hooks.slack.com/services/", "slack-webhook", .path, 16, .address)
    reader.read("hooks.slack.com/workflows/", "slack-webhook", .path, 16, .address)
    reader.read("hooks.slack.com/triggers/", "slack-webhook", .path, 16, .address)
    reader.read("hooks.slack-gov.com/services/", "slack-webhook", .path, 16, .address)
    // Zapier: https://help.zapier.com/hc/en-us/articles/8496288690317
    reader.read("hooks.zapier.com/hooks/catch/", "zapier-webhook", .path, 8, .address)
    // Honeybadger: https://docs.honeybadger.io/api/getting-started/
    reader.read("hbp_", "honeybadger-token", .alnum, 28)
    // Honeycomb: https://docs.honeycomb.io/configure/environments/manage-api-keys/
    reader.read("hcaik_", "honeycomb-key", .alnum, 28)
    reader.read("hcbik_", "honeycomb-key", .alnum, 28)
    reader.read("hcxik_", "honeycomb-key", .alnum, 28)
  }

  static func lowerItoK(_ reader: inout some TokenFormatReader) {
    // Infracost: https://www.infracost.io/docs/
    reader.read("ico-", "infracost-key", .alnum, 30, .wordy)
    // Jina: https://jina.ai/api-dashboard/
    reader.read("jina_", "jina-key", .url, 40, .wordy)
    // Mailgun: https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/
    reader.read("key-", "mailgun-key", .hex, 24)
    // Runway: https://docs.dev.runwayml.com/guides/setup/
    reader.read("key_", "runway-key", .hex, 100, .wordy)
    // Ionic: https://ionic.io/docs/appflow/personal-access-tokens
    reader.read("ion_", "ionic-token", .alnum, 40, .wordy)
  }

  static func lowerLtoM(_ reader: inout some TokenFormatReader) {
    // Linear: https://linear.app/developers/graphql
    reader.read("lin_api_", "linear-key", .alnum, 28)
    reader.read("lin_oauth_", "linear-token", .alnum, 28)
    reader.read("lin_wh_", "linear-webhook-secret", .alnum, 20)
    // LangSmith: https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key
    reader.read("lsv2_pt_", "langsmith-key", .word, 32)
    reader.read("lsv2_sk_", "langsmith-key", .word, 32)
    reader.read("ls__", "langsmith-key", .alnum, 24)
    // GoCardless: https://developer.gocardless.com/api-reference/#making-requests-authentication
    reader.read("live_", "gocardless-key", .url, 40, .wordy)
    // Lob: https://docs.lob.com/#tag/Authentication
    reader.read("live_", "lob-key", .hex, 35, .wordy)
    // Mollie: https://docs.mollie.com/reference/authentication
    reader.read("live_", "mollie-key", .alnum, 30, .wordy)
    // Lichess: https://lichess.org/api#section/Introduction/Authentication
    reader.read("lip_", "lichess-token", .alnum, 16, .wordy)
    // LogicMonitor: https://www.logicmonitor.com/support/rest-api-authentication
    reader.read("lmb_", "logicmonitor-token", .base64, 40)
    // MailerSend: https://developers.mailersend.com/general.html#authentication
    reader.read("mlsn.", "mailersend-token", .alnum, 40)
    // Mailchimp Transactional: https://mailchimp.com/developer/transactional/guides/quick-start/
    reader.read("md-", "mandrill-key", .url, 22, .exact)
    // MongoDB Atlas: https://www.mongodb.com/docs/atlas/api/service-accounts-overview/
    reader.read("mdb_sa_sk_", "mongodb-atlas-secret", .url, 30)
    // IFTTT: https://ifttt.com/maker_webhooks
    reader.read("maker.ifttt.com/trigger/", "ifttt-webhook", .path, 30, .address)
    // LaunchDarkly: https://launchdarkly.com/docs/sdk/concepts/client-side-server-side#keys
    reader.read("mob-", "launchdarkly-key", .url, 36, .wordy)
  }

  static func lowerN(_ reader: inout some TokenFormatReader) {
    // npm: https://docs.npmjs.com/about-access-tokens
    reader.read("npm_", "npm-token", .alnum, 30, .wordy)
    // Netlify: https://answers.netlify.com/t/change-to-the-netlify-authentication-token-format/106146
    reader.read("nfp_", "netlify-token", .alnum, 30)
    reader.read("nfc_", "netlify-token", .alnum, 30)
    reader.read("nfo_", "netlify-token", .alnum, 30)
    reader.read("nfu_", "netlify-token", .alnum, 30)
    reader.read("nfb_", "netlify-token", .alnum, 30)
    // Notion: https://developers.notion.com/docs/authorization
    reader.read("ntn_", "notion-token", .alnum, 40)
    // NVIDIA: https://docs.nvidia.com/ngc/latest/ngc-user-guide.html
    reader.read("nvapi-", "nvidia-key", .url, 40)
    // Neon: https://neon.com/docs/manage/api-keys
    reader.read("napi_", "neon-key", .alnum, 40, .wordy)
    reader.read("npg_", "neon-password", .alnum, 12)
    // Nylas: https://developer.nylas.com/docs/v3/auth/
    reader.read("nyk_v0_", "nylas-key", .alnum, 30)
    // NetBird: https://docs.netbird.io/how-to/access-netbird-public-api
    reader.read("nbp_", "netbird-token", .alnum, 30)
    // Nostr: https://github.com/nostr-protocol/nips/blob/master/19.md
    reader.read("nsec1", "nostr-key", .lower, 50)
  }

  static func lowerO(_ reader: inout some TokenFormatReader) {
    // NuGet: https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package#create-an-api-key
    reader.read("oy2", "nuget-key", .lower, 43, .exact)
    // 1Password: https://developer.1password.com/docs/service-accounts/
    reader.read("ops_eyJ", "onepassword-token", .base64, 40)
    // Ory: https://www.ory.com/docs/concepts/personal-access-token
    reader.read("ory_at_", "ory-token", .dotted, 24)
    reader.read("ory_rt_", "ory-token", .dotted, 24)
    reader.read("ory_ac_", "ory-token", .dotted, 24)
    reader.read("ory_pat_", "ory-token", .dotted, 24)
    reader.read("ory_st_", "ory-token", .dotted, 24)
    reader.read("ory_apikey_", "ory-token", .dotted, 24)
    // OneSignal: https://documentation.onesignal.com/docs/en/keys-and-ids
    reader.read("os_v2_app_", "onesignal-key", .lower, 48)
    // Open VSX: https://github.com/eclipse/openvsx/wiki/Publishing-Extensions
    reader.read("ovsxat_", "openvsx-token", .url, 30)
    // Pushbullet: https://docs.pushbullet.com/#authentication
    reader.read("o.", "pushbullet-token", .alnum, 32, .exact)
    // Twitch: https://dev.twitch.tv/docs/authentication/
    reader.read("oauth:", "twitch-token", .lower, 30, .wordy)
    // Microsoft Teams: https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/
    reader.read("outlook.office.com/webhook/", "teams-webhook", .path, 30, .address)
    // Feishu: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
    reader.read("open.feishu.cn/open-apis/bot/v2/hook/", "feishu-webhook", .path, 20, .address)
  }
}
