extension TokenFormats {
  static let upperA: [TokenFormat] = [
    // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    .init("AKIA", "aws-access-key-id", .upper, 16),
    .init("ASIA", "aws-access-key-id", .upper, 16),
    .init("ABIA", "aws-access-key-id", .upper, 16),
    .init("ACCA", "aws-access-key-id", .upper, 16),
    // Amazon Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    .init("ABSK", "aws-model-key", .base64, 80),
    // Google: https://cloud.google.com/docs/authentication/api-keys
    .init("AIza", "google-api-key", .url, 30),
    // JFrog: https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key
    .init("AKCp", "jfrog-api-key", .alnum, 40),
    // Atlassian: https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
    .init("ATATT3", "atlassian-token", .base64, 40),
    .init("ATCTT3", "atlassian-token", .base64, 40),
    // Bitbucket: https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/
    .init("ATBB", "bitbucket-app-password", .base64, 24),
    // Trello: https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
    .init("ATTA", "trello-token", .alnum, 48),
    // age: https://github.com/C2SP/C2SP/blob/main/age.md
    .init("AGE-SECRET-KEY-1", "age-secret-key", .upper, 40),
    .init("AGE-PLUGIN-", "age-plugin-identity", .upper, 16, .wordy),
    // Aiven: https://aiven.io/docs/platform/concepts/service-users
    .init("AVNS_", "aiven-password", .url, 12),
    // Login with Amazon: https://developer.amazon.com/docs/login-with-amazon/access-token.html
    .init("Atza|", "amazon-token", .base64, 30),
    .init("Atzr|", "amazon-token", .base64, 30),
    // X: https://developer.x.com/en/docs/authentication/oauth-2-0/bearer-tokens
    .init("AAAAAAAAAAAAAAAAAAAAA", "twitter-bearer", .path, 40),
    // 1Password: https://support.1password.com/secret-key/
    .init("A3-", "onepassword-secret-key", .url, 30, .wordy),
    // Yandex Cloud: https://yandex.cloud/en/docs/iam/concepts/authorization/api-key
    .init("AQVN", "yandex-api-key", .url, 34),
    .init("APIdb", "mongodb-atlas-key", .alnum, 32, .wordy),
  ]

  static let upperB: [TokenFormat] = [
    // Bitbucket Data Center: https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html
    .init("BBDC-", "bitbucket-token", .base64, 30),
    // Braze, Brave Search: https://api-dashboard.search.brave.com/app/documentation
    .init("BSA", "brave-search-key", .url, 28, .exact),
  ]

  static let upperC: [TokenFormat] = [
    // CircleCI: https://circleci.com/docs/managing-api-tokens/
    .init("CCIPAT_", "circleci-token", .word, 30),
    .init("CCIPRJ_", "circleci-token", .word, 30),
    // Contentful: https://www.contentful.com/help/token-management/personal-access-tokens/
    .init("CFPAT-", "contentful-token", .url, 40),
    // Clojars: https://github.com/clojars/clojars-web/wiki/Deploy-Tokens
    .init("CLOJARS_", "clojars-token", .alnum, 48),
    // CoinGecko: https://docs.coingecko.com/reference/setting-up-your-api-key
    .init("CG-", "coingecko-key", .alnum, 24, .wordy),
  ]

  static let upperDtoE: [TokenFormat] = [
    // Facebook: https://developers.facebook.com/docs/facebook-login/guides/access-tokens
    .init("EAACEdEose0cBA", "facebook-token", .alnum, 20),
    // Square: https://developer.squareup.com/docs/build-basics/access-tokens
    .init("EAAA", "square-token", .url, 56),
    .init("EAA", "facebook-token", .alnum, 56),
    // EasyPost: https://docs.easypost.com/docs/authentication
    .init("EZAK", "easypost-key", .alnum, 50),
    .init("EZTK", "easypost-key", .alnum, 50),
  ]

  static let upperFtoI: [TokenFormat] = [
    // Flutterwave: https://developer.flutterwave.com/docs/authentication
    .init("FLWSECK_TEST-", "flutterwave-key", .url, 12),
    .init("FLWSECK-", "flutterwave-key", .url, 20),
    // Google: https://support.google.com/cloud/answer/15549257
    .init("GOCSPX-", "google-client-secret", .url, 20),
    // GitLab: https://docs.gitlab.com/security/tokens/
    .init("GR1348941", "gitlab-runner-registration", .url, 18),
    // Heroku: https://devcenter.heroku.com/articles/authentication
    .init("HRKU-", "heroku-key", .url, 30),
    // Instagram: https://developers.facebook.com/docs/instagram-platform
    .init("IGQV", "instagram-token", .url, 60),
    .init("IGAA", "instagram-token", .url, 60),
  ]

  static let upperKtoM: [TokenFormat] = [
    // Backblaze B2: https://www.backblaze.com/docs/cloud-storage-application-keys
    .init("K00", "backblaze-key", .base64, 28, .exact),
    // Alibaba Cloud: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
    .init("LTAI", "alibaba-access-key", .alnum, 12, .wordy),
    // The first bytes of a key in DER, base64: RFC 5208, RFC 8017, RFC 5915, RFC 8410
    .init("MIIEpAIBAA", "private-key", .base64, 40),
    .init("MIIEpQIBAA", "private-key", .base64, 40),
    .init("MIIEowIBAA", "private-key", .base64, 40),
    .init("MIIEogIBAA", "private-key", .base64, 40),
    .init("MIIJKAIBAA", "private-key", .base64, 40),
    .init("MIIJKQIBAA", "private-key", .base64, 40),
    .init("MIIJJwIBAA", "private-key", .base64, 40),
    .init("MIIEvgIBAD", "private-key", .base64, 40),
    .init("MIIEvAIBAD", "private-key", .base64, 40),
    .init("MIIEvQIBAD", "private-key", .base64, 40),
    .init("MIIEuwIBAD", "private-key", .base64, 40),
    .init("MIIJQgIBAD", "private-key", .base64, 40),
    .init("MIIJQQIBAD", "private-key", .base64, 40),
    .init("MHcCAQEE", "private-key", .base64, 40),
    .init("MIGHAgEAMB", "private-key", .base64, 40),
    .init("MC4CAQAwBQYDK2Vw", "private-key", .base64, 30),
  ]

  static let upperNtoR: [TokenFormat] = [
    // New Relic: https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    .init("NRAK-", "newrelic-key", .alnum, 20),
    .init("NRAA-", "newrelic-key", .alnum, 20),
    .init("NRII-", "newrelic-key", .url, 20),
    .init("NRIQ-", "newrelic-key", .url, 20),
    .init("NRJS-", "newrelic-key", .hex, 16),
    .init("NRBR-", "newrelic-key", .hex, 16),
    .init("NRRA-", "newrelic-key", .hex, 30),
    .init("NRSP-", "newrelic-key", .alnum, 20),
    // Nightfall: https://help.nightfall.ai/developer-api/introduction/api_authentication
    .init("NF-", "nightfall-key", .alnum, 30, .wordy),
    // Postman: https://learning.postman.com/docs/developer/postman-api/authentication/
    .init("PMAK-", "postman-key", .url, 40),
    .init("PMAT-", "postman-key", .alnum, 20),
    // Riot Games: https://developer.riotgames.com/docs/portal
    .init("RGAPI-", "riot-key", .url, 30),
  ]

  static let upperStoT: [TokenFormat] = [
    // SendGrid: https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    .init("SG.", "sendgrid-key", .dotted, 40),
    // Twilio: https://www.twilio.com/docs/iam/api-keys
    .init("SK", "twilio-key", .hex, 32, .exact),
    // Docker Swarm: https://docs.docker.com/engine/swarm/join-nodes/
    .init("SWMTKN-1-", "docker-swarm-token", .url, 40),
    // Scaleway: https://www.scaleway.com/en/docs/iam/concepts/#access-key
    .init("SCW", "scaleway-access-key", .upper, 17, .exact),
    // NATS: https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth
    .init("SU", "nats-seed", .upper, 56, .exact),
    .init("SA", "nats-seed", .upper, 56, .exact),
    .init("SO", "nats-seed", .upper, 56, .exact),
    // Stellar: https://developers.stellar.org/docs/learn/fundamentals/stellar-data-structures/accounts
    .init("SB", "stellar-seed", .upper, 54, .exact),
    .init("SC", "stellar-seed", .upper, 54, .exact),
    .init("SD", "stellar-seed", .upper, 54, .exact),
    // Okta: https://developer.okta.com/docs/guides/create-an-api-token/
    .init("SSWS ", "okta-token", .url, 30),
    // Tencent Cloud: https://www.tencentcloud.com/document/product/598/32675
    .init("TENCENT", "tencent-key", .alnum, 32, .wordy),
  ]

  static let digits: [TokenFormat] = [
    // Google OAuth: https://developers.google.com/identity/protocols/oauth2
    .init("1//0", "google-refresh-token", .url, 30),
    .init("4/0A", "google-authorization-code", .url, 30),
    // Okta: https://developer.okta.com/docs/guides/create-an-api-token/
    .init("00", "okta-token", .url, 40, .exact),
    // Salesforce: https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens.htm
    .init("5Aep861", "salesforce-refresh-token", .dotted, 40),
    .init("3MVG9", "salesforce-consumer-key", .dotted, 60),
    // Asana: https://developers.asana.com/docs/personal-access-token
    .init("0/", "asana-token", .hex, 32, .exact),
    .init("1/1", "asana-token", .digits, 15, .exact),
    // Pinecone, ngrok: https://ngrok.com/docs/agent/#authtokens
    .init("2x", "ngrok-token", .word, 46, .exact),
  ]
}
