extension TokenFormats {
  static let lowerG: [TokenFormat] = [
    // GitHub: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
    .init("ghp_", "github-token", .alnum, 20),
    .init("gho_", "github-token", .alnum, 20),
    .init("ghu_", "github-token", .dotted, 20),
    .init("ghs_", "github-token", .dotted, 20),
    .init("ghr_", "github-token", .dotted, 20),
    .init("github_pat_", "github-token", .word, 22),
    // GitLab: https://docs.gitlab.com/security/tokens/#token-prefixes
    .init("glpat-", "gitlab-token", .dotted, 18),
    .init("gldt-", "gitlab-deploy-token", .dotted, 18),
    .init("glrt-", "gitlab-runner-token", .dotted, 18),
    .init("glrtr-", "gitlab-runner-token", .dotted, 18),
    .init("glptt-", "gitlab-trigger-token", .dotted, 18),
    .init("glft-", "gitlab-feed-token", .dotted, 18),
    .init("glsoat-", "gitlab-scim-token", .dotted, 18),
    .init("glimt-", "gitlab-mail-token", .dotted, 18),
    .init("glagent-", "gitlab-agent-token", .dotted, 18),
    .init("glcbt-", "gitlab-job-token", .dotted, 18),
    .init("gloas-", "gitlab-oauth-secret", .dotted, 18),
    .init("glffct-", "gitlab-feature-flag-token", .dotted, 18),
    .init("glwt-", "gitlab-workspace-token", .dotted, 18),
    // Grafana: https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/
    .init("glc_", "grafana-token", .base64, 24),
    .init("glsa_", "grafana-token", .word, 24),
    // Groq: https://console.groq.com/docs/quickstart
    .init("gsk_", "groq-key", .alnum, 36, .wordy),
    // Fernet tokens, OpenStack: https://github.com/fernet/spec
    .init("gAAAAA", "fernet-token", .base64, 60),
    // Gitea and Forgejo, OAuth: https://docs.gitea.com/development/oauth2-provider
    .init("gto_", "gitea-token", .lower, 40),
  ]

  static let lowerH: [TokenFormat] = [
    // Hugging Face: https://huggingface.co/docs/hub/security-tokens
    .init("hf_", "huggingface-token", .alnum, 28, .wordy),
    // HashiCorp Vault: https://developer.hashicorp.com/vault/docs/concepts/tokens
    .init("hvs.", "vault-token", .url, 20),
    .init("hvb.", "vault-token", .url, 20),
    .init("hvr.", "vault-token", .url, 20),
    // Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
    .init("hooks.slack.com/services/", "slack-webhook", .path, 16, .address),
    .init("hooks.slack.com/workflows/", "slack-webhook", .path, 16, .address),
    .init("hooks.slack.com/triggers/", "slack-webhook", .path, 16, .address),
    .init("hooks.slack-gov.com/services/", "slack-webhook", .path, 16, .address),
    // Zapier: https://help.zapier.com/hc/en-us/articles/8496288690317
    .init("hooks.zapier.com/hooks/catch/", "zapier-webhook", .path, 8, .address),
    // Honeybadger: https://docs.honeybadger.io/api/
    .init("hbp_", "honeybadger-token", .alnum, 28),
    // Honeycomb: https://docs.honeycomb.io/configure/environments/manage-api-keys/
    .init("hcaik_", "honeycomb-key", .alnum, 28),
    .init("hcbik_", "honeycomb-key", .alnum, 28),
    .init("hcxik_", "honeycomb-key", .alnum, 28),
    .init("hcalk_", "honeycomb-key", .alnum, 28),
    // Hetzner DNS and Harness share none; Harness: https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/
    .init("hk_", "hypothesis-key", .alnum, 28, .wordy),
  ]

  static let lowerItoK: [TokenFormat] = [
    // Infracost: https://www.infracost.io/docs/cloud_pricing_api/overview/
    .init("ico-", "infracost-key", .alnum, 30, .wordy),
    // Jina: https://jina.ai/api-dashboard/
    .init("jina_", "jina-key", .url, 40, .wordy),
    // Mailgun: https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/
    .init("key-", "mailgun-key", .hex, 24),
  ]

  static let lowerLtoM: [TokenFormat] = [
    // Linear: https://linear.app/developers/graphql
    .init("lin_api_", "linear-key", .alnum, 28),
    .init("lin_oauth_", "linear-token", .alnum, 28),
    .init("lin_wh_", "linear-webhook-secret", .alnum, 20),
    // LangSmith: https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key
    .init("lsv2_pt_", "langsmith-key", .word, 32),
    .init("lsv2_sk_", "langsmith-key", .word, 32),
    .init("ls__", "langsmith-key", .alnum, 24),
    // GoCardless: https://developer.gocardless.com/api-reference/#making-requests-authentication
    .init("live_", "gocardless-or-lob-key", .url, 35, .wordy),
    // MailerSend: https://developers.mailersend.com/general.html#authentication
    .init("mlsn.", "mailersend-token", .alnum, 40),
    // Mailchimp Transactional: https://mailchimp.com/developer/transactional/guides/quick-start/
    .init("md-", "mandrill-key", .url, 22, .exact),
    // MongoDB Atlas: https://www.mongodb.com/docs/atlas/api/service-accounts-overview/
    .init("mdb_sa_sk_", "mongodb-atlas-secret", .url, 30),
    // IFTTT: https://ifttt.com/maker_webhooks
    .init("maker.ifttt.com/trigger/", "ifttt-webhook", .path, 30, .address),
    // LaunchDarkly: https://launchdarkly.com/docs/sdk/concepts/client-side-server-side#keys
    .init("mob-", "launchdarkly-key", .url, 36, .wordy),
  ]

  static let lowerN: [TokenFormat] = [
    // npm: https://docs.npmjs.com/about-access-tokens
    .init("npm_", "npm-token", .alnum, 30, .wordy),
    // Netlify: https://docs.netlify.com/api/get-started/#authentication
    .init("nfp_", "netlify-token", .alnum, 30),
    .init("nfc_", "netlify-token", .alnum, 30),
    .init("nfo_", "netlify-token", .alnum, 30),
    .init("nfu_", "netlify-token", .alnum, 30),
    .init("nfb_", "netlify-token", .alnum, 30),
    // Notion: https://developers.notion.com/docs/authorization
    .init("ntn_", "notion-token", .alnum, 40),
    // NVIDIA: https://docs.nvidia.com/ngc/latest/ngc-user-guide.html
    .init("nvapi-", "nvidia-key", .url, 40),
    // Neon: https://neon.com/docs/manage/api-keys
    .init("napi_", "neon-key", .alnum, 40, .wordy),
    .init("npg_", "neon-password", .alnum, 12),
    // Nylas: https://developer.nylas.com/docs/v3/auth/
    .init("nyk_v0_", "nylas-key", .alnum, 30),
  ]

  static let lowerO: [TokenFormat] = [
    // NuGet: https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package#create-an-api-key
    .init("oy2", "nuget-key", .lower, 43, .exact),
    // 1Password: https://developer.1password.com/docs/service-accounts/
    .init("ops_eyJ", "onepassword-token", .base64, 40),
    // Ory: https://www.ory.sh/docs/concepts/personal-access-token
    .init("ory_at_", "ory-token", .dotted, 24),
    .init("ory_pat_", "ory-token", .dotted, 24),
    .init("ory_st_", "ory-token", .dotted, 24),
    .init("ory_apikey_", "ory-token", .dotted, 24),
    // Pushbullet: https://docs.pushbullet.com/#authentication
    .init("o.", "pushbullet-token", .alnum, 32, .exact),
    // Twitch: https://dev.twitch.tv/docs/authentication/
    .init("oauth:", "twitch-token", .lower, 30, .wordy),
    // Microsoft Teams: https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/
    .init("outlook.office.com/webhook/", "teams-webhook", .path, 30, .address),
    // Feishu: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
    .init("open.feishu.cn/open-apis/bot/v2/hook/", "feishu-webhook", .path, 20, .address),
  ]
}
