import Testing

@testable import LiveContext

@Suite("Secrets and personal data are found")
struct RedactionRecallTests {
  let redactor = Redactor()

  static let carriers = [
    "fix: remove hard-coded token %s from the deploy script", "%s", "export ACME_TOKEN=%s && make",
    "config {\"acme_key\": \"%s\", \"region\": \"eu\"} breaks", "note: `%s` still works, revoke it",
    "GET https://api.acme.dev/v2/items?acme_token=%s&page=2 in the log", "(%s), and more",
    "line1\\n%s\\nline3", "Authorization%3A%20Bearer%20%s here", "令牌%s在日志里",
    "log: {\\\"token\\\":\\\"%s\\\"}", "x-%s", "\u{1B}[31m%s\u{1B}[0m", "[%s](https://acme.dev)",
  ]

  static func filled(_ carrier: String, _ value: String) -> String {
    guard let place = carrier.firstRange(of: "%s") else { return carrier }
    return carrier[..<place.lowerBound] + value + carrier[place.upperBound...]
  }

  @Test("the table covers at least 110 providers' formats, each kind spelled for a label")
  func table() {
    let formats = TokenFormats.all
    #expect(formats.count >= 300)
    #expect(Set(formats.map { "\($0.kind)" }).count >= 110)
    for format in formats {
      let kind = "\(format.kind)"
      #expect(kind.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(kind)")
      #expect(kind.count <= RedactionLabel.longestKind)
      // Else the label would give away the beginning of what it hides.
      #expect(
        format.style == .address || format.prefix.utf8CodeUnitCount < 8
          || !leaks("\(format.prefix)", in: "[redacted:\(kind)]"), "\(kind)")
    }
  }

  @Test("every format of the table is found in every carrier", arguments: carriers)
  func formats(carrier: String) {
    var values = MadeUpValues(seed: 20_261)
    var missed: [String] = []
    var count = 0
    for format in TokenFormats.all {
      for _ in 0..<2 {
        count += 1
        // At least thirty characters, as almost all real ones have: chance decides about shorter ones.
        var value = values.value(of: format)
        if format.style != .exact, format.body != .upper, value.utf8.count < 36 {
          value += values.hex(12)
        }
        let body = String(
          value.dropFirst(format.style == .address ? format.prefix.utf8CodeUnitCount : 0))
        let result = redactor.redact(Self.filled(carrier, value))
        if leaks(body, in: result.text) { missed.append("\(format.prefix) \(result.text)") }
      }
    }
    #expect(missed.count * 200 <= count, "seed 20261: \(missed.prefix(8))")
  }

  /// A kind, a text in which `%s` is the secret, and the secret.
  static let shapes: [(String, String, String)] = {
    var made = MadeUpValues(seed: 5)
    let key = made.base64(64)
    return [
      (
        "private-key",
        "-----BEGIN RSA " + "PRIVATE KEY-----\n%s\n-----END RSA " + "PRIVATE KEY-----", key
      ),
      (
        "private-key",
        "key: -----BEGIN " + "PRIVATE KEY-----\\n%s\\n-----END " + "PRIVATE KEY-----", key
      ),
      ("private-key", "{\"private_key\":\"-----BEGIN " + "PRIVATE KEY-----\\n%s\"}", key),
      (
        "private-key",
        "-----BEGIN PGP " + "PRIVATE KEY BLOCK----- %s -----END PGP " + "PRIVATE KEY BLOCK-----",
        key
      ),
      ("private-key", "PuTTY-User-Key-File-3: ssh-rsa Private-Lines: 1 %s", key),
      ("private-key", "the private key 0x%s leaked", made.hex(64)),
      (
        "jwt", "decode %s now",
        "eyJ" + made.alnum(30) + ".eyJ" + made.alnum(60) + "." + made.url(43)
      ),
      ("url-password", "dial postgres://app:%s@db.acme.dev/prod: timeout", made.password()),
      ("url-password", "redis://:%s@cache.acme.dev", made.password()),
      ("url-password", "url: https:\\/\\/ci:%s@git.acme.dev\\/x", made.password()),
      ("url-token", "https://%s@o1.ingest.acme.io/7", made.hex(32)),
      ("bearer-token", "retry with Bearer %s after 401", made.url(40)),
      ("basic-credential", "authorization: basic %s", "bW9vcjp" + "WZWx2ZXQtOTEyLWFtYmVy"),
      ("password", "login with password=%s fails", made.password()),
      ("password", "password: %s in values.yaml", made.password()),
      ("password", "sshpass -p '%s' ssh deploy@host", made.password()),
      ("password", "mysql -uroot -p%s app < dump.sql", made.password()),
      ("password", "curl -u admin:%s https://acme.dev", made.password()),
      ("password", "tool --password %s --user bob", made.password()),
      ("password", "<password>%s</password>", made.password()),
      ("password", "machine git.acme.dev login ci password %s", made.password()),
      ("password", "Server=db;User Id=sa;Password=%s;", made.password()),
      ("password", "password: |\n  %s", made.password()),
      ("key", "DefaultEndpointsProtocol=https;AccountKey=%s", made.base64(86) + "=="),
      ("key", "panic: invalid acme_api_key \"%s\" goroutine 1", made.alnum(32)),
      ("key", "?sv=2024&sig=%s fails", made.alnum(20) + "%2F" + made.alnum(20) + "%3D"),
      ("key", "<add key=\"ApiKey\" value=\"%s\" />", made.alnum(32)),
      ("token", "JWT_SECRET=%s", made.base64(44)),
      ("token", "//registry.acme.dev/:_authToken=%s", made.hex(32)),
      ("session", "Set-Cookie: JSESSIONID=%s; HttpOnly", made.url(43)),
      ("password-hash", "root:$6$" + "saltsalt$%s:19000", made.alnum(86)),
      (
        "seed-words", "mnemonic: \"%s\"",
        "amber onyx velvet cobalt harbor ember amber onyx velvet cobalt harbor ember"
      ),
      ("aws-secret-key", "AKIA" + "QWERTYUIOPASDF23" + " / %s is old", made.alnum(40)),
      ("azure-client-secret", "agent pasted %s here", made.alnum(3) + "8Q~" + made.url(34)),
      ("mailchimp-key", "key %s here", made.hex(32) + "-us14"),
      ("terraform-token", "drop %s now", made.alnum(14) + ".atlasv1." + made.alnum(60)),
      ("airtable-token", "drop %s now", "pat" + made.alnum(14) + "." + made.hex(64)),
      ("telegram-bot-token", "bot %s", "1" + made.of("0123456789", 9) + ":AA" + made.url(33)),
      (
        "discord-bot-token", "drop %s",
        "M" + made.alnum(23) + "." + made.alnum(6) + "." + made.url(38)
      ),
      (
        "slack-webhook", "https://hooks.slack.com/services/%s",
        "T" + made.alnum(9) + "/B" + made.alnum(9) + "/" + made.alnum(24)
      ),
      ("github-token", "token = %s", "\"ghp" + "_g5aMELb76\" + \"TkeMGHbfm908aCWo6sPoj1ddG9T\""),
      (
        "github-token", "use %s now",
        "ghp" + "_g5aM\u{200B}ELb76TkeMGH\u{200B}bfm908aCWo6sPoj1ddG9T"
      ),
      ("github-token", "cut off: %s", "ghp" + "_g5aMELb76T"),
      ("github-token", "cut off: %s...", "ghp" + "_g5aMELb76T"),
      ("email", "crash when user %s has no avatar", "priya.ibarra" + "@lumenharbor.net"),
      ("phone", "call %s for help", "+1 646 555 " + "0182"),
      ("phone", "call %s", "(646) 555-" + "0147"),
      ("ssn", "row 12 contains %s", "420-95-" + "0037"),
      ("card", "seed data: %s", "4242 4242 " + "4242 4242"),
      ("iban", "payout to %s rejected", "DE89 3704 0044 " + "0532 0130 00"),
      ("user", "cannot open /home/%s/.ssh/config", "anselm.l"),
      ("user", "C:\\Users\\%s\\AppData", "anselm.l"),
      ("user", "/mnt/c/Users/%s/dev", "anselm.l"),
      ("user", "cc -I/home/%s/include", "anselm.l"),
      ("user", "docker run -v /home/%s:/src", "anselm.l"),
      ("user", "{\"cwd\":\"\\/Users\\/%s\\/dev\"}", "anselm.l"),
      ("user", "open?path=%2FUsers%2F%s%2Fdev", "anselm.l"),
      ("user", "/var/home/%s/x", "anselm.l"),
      ("phone", "call %s", "1-646-" + "555-0147"),
      ("ssn", "SSN=%s", "4209" + "50037"),
      ("ip-address", "client 81.2.%s", "69.142"),
      ("ip-address", "remote addr 81.2.%s", "69.142"),
      ("password", "ENV DB_PASSWORD %s", made.password()),
      ("password", "CREATE USER app IDENTIFIED BY '%s'", made.password()),
      ("password", "ALTER ROLE app WITH PASSWORD '%s'", "kettle-" + "willow-318"),
      ("password", "requirepass %s", made.password()),
      ("password", "wifi psk=\"%s\"", made.password()),
      ("password", "the password was %s", made.password()),
      ("password", "BASIC_AUTH=admin:%s", made.password()),
      ("password", "password:%20%s", made.password()),
      ("ngrok-token", "drop %s now", "2" + made.alnum(26) + "_3" + made.alnum(20)),
      ("maxmind-key", "drop %s now", "M" + made.alnum(5) + "_" + made.alnum(29) + "_mmk"),
      ("azure-key", "drop %s now", "N" + made.alnum(51) + "JQQJ99" + made.alnum(26)),
      ("azure-key", "drop %s now", made.base64(76) + "+ASt" + made.alnum(6) + "=="),
      (
        "azure-devops-token", "drop %s now",
        made.of("abcdefghijklmnopqrstuvwxyz", 36) + made.of("234567", 16)
      ),
      ("aws-access-key-id", "cut off: %s...", "AKIA" + "QWERTY2IOPAS"),
      ("google-api-key", "cut off: %s...", "AIza" + "Sy7KqPz3xWm9RtB2"),
    ]
  }()

  @Test("shapes, assignments, command lines and personal data are found", arguments: shapes)
  func shape(kind: String, carrier: String, secret: String) {
    let text = Self.filled(carrier, secret)
    let result = redactor.redact(text)
    #expect(!leaks(secret, in: result.text), "\(text) -> \(result.text)")
    #expect(result.hits.map(\.kind.rawValue).contains(kind), "\(result.hits)")
    #expect(!result.isClean)
  }

  @Test("key names and the words around a secret stay")
  func context() {
    var made = MadeUpValues(seed: 3)
    let text = "docker run -e GITHUB_TOKEN=" + "ghp" + "_" + made.alnum(36) + " app:latest exits 1"
    #expect(
      redactor.redact(text).text
        == "docker run -e GITHUB_TOKEN=[redacted:github-token] app:latest exits 1")
  }
}
