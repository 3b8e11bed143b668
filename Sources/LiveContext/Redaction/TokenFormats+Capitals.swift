extension TokenFormats {
  static func upperA(_ reader: inout some TokenFormatReader) {
    // AWS: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    reader.read("AKIA", "aws-access-key-id", .upper, 16)
    reader.read("ASIA", "aws-access-key-id", .upper, 16)
    reader.read("ABIA", "aws-access-key-id", .upper, 16)
    reader.read("ACCA", "aws-access-key-id", .upper, 16)
    reader.read("A3T", "aws-access-key-id", .upper, 17, .exact)
    // Amazon Bedrock: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
    reader.read("ABSK", "aws-model-key", .base64, 80)
    // Google: https://cloud.google.com/docs/authentication/api-keys
    reader.read("AIza", "google-api-key", .url, 30)
    // Gemini: https://ai.google.dev/gemini-api/docs/api-key
    reader.read("AQ.Ab", "google-api-key", .url, 30)
    // JFrog: https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key
    reader.read("AKCp", "jfrog-api-key", .alnum, 40)
    // Atlassian: https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
    reader.read("ATATT3", "atlassian-token", .base64, 40)
    reader.read("ATCTT3", "atlassian-token", .base64, 40)
    // Bitbucket: https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/
    reader.read("ATBB", "bitbucket-app-password", .base64, 24)
    // Trello: https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/
    reader.read("ATTA", "trello-token", .alnum, 48)
    // age: https://github.com/C2SP/C2SP/blob/main/age.md
    reader.read("AGE-SECRET-KEY-1", "age-secret-key", .upper, 40)
    reader.read("AGE-PLUGIN-", "age-plugin-identity", .upper, 16, .wordy)
    // Aiven: https://aiven.io/docs/platform/concepts/service-users
    reader.read("AVNS_", "aiven-password", .url, 12)
    // Login with Amazon: https://developer.amazon.com/docs/login-with-amazon/access-token.html
    reader.read("Atza|", "amazon-token", .base64, 30)
    reader.read("Atzr|", "amazon-token", .base64, 30)
    // X: https://developer.x.com/en/docs/authentication/oauth-2-0/bearer-tokens
    reader.read("AAAAAAAAAAAAAAAAAAAAA", "twitter-bearer", .path, 40)
    // 1Password: https://support.1password.com/secret-key/
    reader.read("A3-", "onepassword-secret-key", .url, 30, .wordy)
    // Yandex Cloud: https://yandex.cloud/en/docs/iam/concepts/authorization/api-key
    reader.read("AQVN", "yandex-api-key", .url, 34)
    // Tencent Cloud: https://www.tencentcloud.com/document/product/598/32675
    reader.read("AKID", "tencent-key", .alnum, 32, .wordy)
    // Astra: https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html
    reader.read("AstraCS:", "astra-token", .pair, 40)
    // PayPal: https://developer.paypal.com/api/rest/authentication/
    reader.read("A21AA", "paypal-token", .url, 60)
    // Adyen: https://docs.adyen.com/development-resources/api-credentials/
    reader.read("AQE", "adyen-key", .base64, 80, .wordy)
    // Octopus Deploy: https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key
    reader.read("API-", "octopus-key", .upper, 25, .wordy)
  }

  static func upperB(_ reader: inout some TokenFormatReader) {
    // Bitbucket Data Center: https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html
    reader.read("BBDC-", "bitbucket-token", .base64, 30)
    // Brave Search: https://api-dashboard.search.brave.com/app/documentation/web-search/get-started
    reader.read("BSA", "brave-search-key", .url, 28, .exact)
    // Ubidots: https://docs.ubidots.com/reference/authentication
    reader.read("BBFF-", "ubidots-token", .alnum, 30)
  }

  static func upperC(_ reader: inout some TokenFormatReader) {
    // CircleCI: https://circleci.com/docs/managing-api-tokens/
    reader.read("CCIPAT_", "circleci-token", .word, 30)
    reader.read("CCIPRJ_", "circleci-token", .word, 30)
    // Contentful: https://www.contentful.com/help/token-management/personal-access-tokens/
    reader.read("CFPAT-", "contentful-token", .url, 40)
    // Clojars: https://github.com/clojars/clojars-web/wiki/Deploy-Tokens
    reader.read("CLOJARS_", "clojars-token", .alnum, 48)
    // CoinGecko: https://docs.coingecko.com/reference/setting-up-your-api-key
    reader.read("CG-", "coingecko-key", .alnum, 24, .wordy)
    // CockroachDB Cloud: https://www.cockroachlabs.com/docs/cockroachcloud/managing-access
    reader.read("CCDB1_", "cockroach-key", .word, 40)
  }

  static func upperDtoE(_ reader: inout some TokenFormatReader) {
    // Facebook: https://developers.facebook.com/docs/facebook-login/guides/access-tokens
    reader.read("EAACEdEose0cBA", "facebook-token", .alnum, 20)
    // Square: https://developer.squareup.com/docs/build-basics/access-tokens
    reader.read("EAAA", "square-token", .url, 56)
    reader.read("EAA", "facebook-token", .alnum, 56)
    // EasyPost: https://docs.easypost.com/docs/authentication
    reader.read("EZAK", "easypost-key", .alnum, 50)
    reader.read("EZTK", "easypost-key", .alnum, 50)
  }

  static func upperFtoI(_ reader: inout some TokenFormatReader) {
    // Flutterwave: https://developer.flutterwave.com/docs/authentication
    reader.read("FLWSECK_TEST-", "flutterwave-key", .url, 12)
    reader.read("FLWSECK-", "flutterwave-key", .url, 20)
    // Google: https://support.google.com/cloud/answer/15549257
    reader.read("GOCSPX-", "google-client-secret", .url, 20)
    // GitLab: https://docs.gitlab.com/security/tokens/
    reader.read("GR1348941", "gitlab-runner-registration", .url, 18)
    // Heroku: https://devcenter.heroku.com/articles/authentication
    reader.read("HRKU-", "heroku-key", .url, 30)
    // AWS session tokens: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
    reader.read("IQoJb3JpZ2luX2Vj", "aws-session-token", .base64, 60)
    reader.read("FwoGZXIvYXdz", "aws-session-token", .base64, 60)
    reader.read("FQoGZXIvYXdz", "aws-session-token", .base64, 60)
    // Instagram: https://developers.facebook.com/docs/instagram-platform
    reader.read("IGQV", "instagram-token", .url, 60)
    reader.read("IGAA", "instagram-token", .url, 60)
  }

  static func upperKtoM(_ reader: inout some TokenFormatReader) {
    // Backblaze B2: https://www.backblaze.com/docs/cloud-storage-application-keys
    reader.read("K00", "backblaze-key", .base64, 28, .exact)
    // Alibaba Cloud: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
    reader.read("LTAI", "alibaba-access-key", .alnum, 12, .wordy)
    // The first bytes of a key in DER, base64: RFC 5208, RFC 8017, RFC 5915, RFC 8410
    reader.read("MIIEpAIBAA", "private-key", .base64, 40)
    reader.read("MIIEpQIBAA", "private-key", .base64, 40)
    reader.read("MIIEowIBAA", "private-key", .base64, 40)
    reader.read("MIIEogIBAA", "private-key", .base64, 40)
    reader.read("MIIJKAIBAA", "private-key", .base64, 40)
    reader.read("MIIJKQIBAA", "private-key", .base64, 40)
    reader.read("MIIJJwIBAA", "private-key", .base64, 40)
    reader.read("MIIEvgIBAD", "private-key", .base64, 40)
    reader.read("MIIEvAIBAD", "private-key", .base64, 40)
    reader.read("MIIEvQIBAD", "private-key", .base64, 40)
    reader.read("MIIEuwIBAD", "private-key", .base64, 40)
    reader.read("MIIJQgIBAD", "private-key", .base64, 40)
    reader.read("MIIJQQIBAD", "private-key", .base64, 40)
    reader.read("MHcCAQEE", "private-key", .base64, 40)
    reader.read("MIGHAgEAMB", "private-key", .base64, 40)
    reader.read("MC4CAQAwBQYDK2Vw", "private-key", .base64, 30)
  }

  static func upperNtoR(_ reader: inout some TokenFormatReader) {
    // New Relic: https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    reader.read("NRAK-", "newrelic-key", .alnum, 20)
    reader.read("NRAA-", "newrelic-key", .alnum, 20)
    reader.read("NRII-", "newrelic-key", .url, 20)
    reader.read("NRIQ-", "newrelic-key", .url, 20)
    reader.read("NRJS-", "newrelic-key", .hex, 16)
    reader.read("NRBR-", "newrelic-key", .hex, 16)
    reader.read("NRRA-", "newrelic-key", .hex, 30)
    reader.read("NRSP-", "newrelic-key", .alnum, 20)
    // Nightfall: https://help.nightfall.ai/developer-api/introduction/api_authentication
    reader.read("NF-", "nightfall-key", .alnum, 30, .wordy)
    // Postman: https://learning.postman.com/docs/developer/postman-api/authentication/
    reader.read("PMAK-", "postman-key", .url, 40)
    reader.read("PMAT-", "postman-key", .alnum, 20)
    // Riot Games: https://developer.riotgames.com/docs/portal
    reader.read("RGAPI-", "riot-key", .url, 30)
  }

  static func upperS(_ reader: inout some TokenFormatReader) {
    // SendGrid: https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    reader.read("SG.", "sendgrid-key", .dotted, 40)
    // Twilio: https://www.twilio.com/docs/iam/api-keys
    reader.read("SK", "twilio-key", .hex, 32, .exact)
    // Docker Swarm: https://docs.docker.com/engine/swarm/join-nodes/
    reader.read("SWMTKN-1-", "docker-swarm-token", .url, 40)
    // Scaleway: https://www.scaleway.com/en/docs/iam/concepts/#access-key
    reader.read("SCW", "scaleway-access-key", .upper, 17, .exact)
    // NATS: https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth
    reader.read("SU", "nats-seed", .upper, 56, .exact)
    reader.read("SA", "nats-seed", .upper, 56, .exact)
    reader.read("SO", "nats-seed", .upper, 56, .exact)
    // Stellar: https://developers.stellar.org/docs/learn/fundamentals/stellar-data-structures/accounts
    reader.read("SB", "stellar-seed", .upper, 54, .exact)
    reader.read("SC", "stellar-seed", .upper, 54, .exact)
    reader.read("SD", "stellar-seed", .upper, 54, .exact)
    // Okta: https://developer.okta.com/docs/guides/create-an-api-token/
    reader.read("SSWS ", "okta-token", .url, 30)
  }

  static func upperVtoZ(_ reader: inout some TokenFormatReader) {
    // Midtrans: https://docs.midtrans.com/docs/midtrans-account
    reader.read("VT-server-", "midtrans-key", .url, 20)
    // Voiceflow: https://docs.voiceflow.com/reference/authentication
    reader.read("VF.DM.", "voiceflow-key", .dotted, 30)
    reader.read("VF.WS.", "voiceflow-key", .dotted, 30)
    // LinkedIn: https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow
    reader.read("WPL_AP1.", "linkedin-secret", .dotted, 16)
    // Yandex Cloud: https://yandex.cloud/en/docs/security/operations/search-secrets
    reader.read("YC", "yandex-static-key", .url, 38, .exact)
    // A JSON Web Token in base64 again: RFC 7519, RFC 4648
    reader.read("ZXlK", "jwt", .base64, 60)
  }

  static func digits(_ reader: inout some TokenFormatReader) {
    // Google OAuth: https://developers.google.com/identity/protocols/oauth2
    reader.read("1//0", "google-refresh-token", .url, 30)
    reader.read("4/0A", "google-authorization-code", .url, 30)
    // Okta: https://developer.okta.com/docs/guides/create-an-api-token/
    reader.read("00", "okta-token", .url, 40, .exact)
    // Salesforce: https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens.htm
    reader.read("5Aep861", "salesforce-refresh-token", .dotted, 40)
    reader.read("3MVG9", "salesforce-consumer-key", .dotted, 60)
    // Asana: https://developers.asana.com/docs/personal-access-token
    reader.read("0/", "asana-token", .hex, 32, .exact)
    // ClickHouse Cloud: https://clickhouse.com/docs/cloud/manage/openapi
    reader.read("4b1d", "clickhouse-key", .alnum, 38, .exact)
  }
}
