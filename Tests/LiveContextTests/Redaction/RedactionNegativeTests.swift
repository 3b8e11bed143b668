import Testing

@testable import LiveContext

@Suite("Harmless texts stay as they are")
struct RedactionNegativeTests {
  static let harmless = [
    // Hashes and ids
    "This reverts commit 01d8dbf586987f37d211a46a4858e0a1eea65548.",
    "integrity sha512-v2kDEe57lecTulaDIuNTPy3Ry4gLGJ6Z1O3vE1krgXZNrsQ+LFTGHVxVjcXPs17LhbZVGedAJv8XZ1tvj5FvSg==",
    "FROM alpine@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "fix crash for job b225f358-0393-485d-b662-ed5967b7a4b0", "ULID 0185R2GCMZFQAMR5BEXS9BXH9E",
    "hashFiles('**/package-lock.json') key: Linux-node-9f86d081884c7d659a2feaa0c55ad015",
    "go.sum: github.com/pkg/errors v0.9.1 h1:FEBLx1zS214owpjy7qsBeixbURkuhQAwrK5UwLGTwt4=",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4 in CSS",
    "add ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIrZnYIbZXKqKCGZhLouShP to authorized_keys",
    "-----BEGIN CERTIFICATE----- MIIDVICXcp7HTJdrtUye9hv6QtLgy7CrP9/gpal6o70swM32q0XsCQJNNJGWPJGo",
    "-----BEGIN marker is not a key", "Change-Id: I70715e77aac8fceb67416d7ee64c44000a672484",
    // Words and code
    "add password reset page", "password: validate length before hashing",
    "single-pass: cobalt2 lowering",
    "fix(password): show toggle on mobile", "pass=227190 fail=8 skip=0", "tests pass: 86 of 744",
    "Pass `-framework` to compiler tasks (#2626)", "secret `juniper-tls-v2` not mounted",
    "const token = await getToken(user)", "password => bcrypt.hash(password, 9)",
    "token = tokens[i]",
    "token: TokenProvider.shared.current", "self.api_key = api_key", "let apiKey: APIKey?",
    "private let secretKey = SymmetricKey(size: .bits256)", "secret := os.Getenv(\"SECRET\")",
    "test_password_reset_v2 fails on Python3.12", "rename testTokenRefresh123 to testTokenRefresh",
    "fix: `--api-key` option not parsed", "docs: use `--token <token>` to authenticate",
    // References and placeholders
    "use ${{ secrets.NPM_TOKEN }} in release.yml", "password: ${DB_PASSWORD}",
    "token=$CI_JOB_TOKEN",
    "curl -H \"Authorization: Bearer $TOKEN\" https://api.github.com/user", "password: changeme",
    "https://x-access-token:${GITHUB_TOKEN}@github.com/acme/app.git", "password=********",
    "api_key: YOUR_API_KEY_HERE", "ghp" + "_... prefix", "https://user:***@example.com",
    "export GITHUB_TOKEN=ghp" + "_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "AKIA" + "IOSFODNN7EXAMPLE",
    // Settings
    "password_min_length=12", "token_ttl: 7388", "api_key_header=X-Api-Key",
    "secret_name: db-credentials",
    "PASSWORD_HASHERS=argon2", "set session_timeout=30m and cookie_secure=true", "key_id=40",
    "arn:aws:secretsmanager:eu-west-1:979969943177:secret:prod/db-Q9BA92",
    "private_key_file=id_rsa_2048",
    // Prefixes in prose
    "detect ghp_ and gho_ prefixes", "docs: tokens start with glpat-",
    "hf_hub_download retries on timeout",
    "- (id)hf_requiredTypesForDisplayWillowMetadata;",
    "npm_package_json_workspaces_resolution env var",
    "risk-assessment-report-generator-final-version", "gsk_widget_get_allocated_baseline_for_row2",
    "live_reload_enabled_for_all_templates_v2", "locale sk-SK missing plural forms",
    "ENV DB_PASSWORD is required", "password was reset by admin", "psk: pre-shared keys documented",
    "input type password \"new-password\" autocomplete", "rename task to rpa_workflow1",
    "basicAuth: users:login page", "IDENTIFIED BY 'password' in docs", "test_0123456789abcdef",
    "key_press_handler", "api-gateway-authorizer-lambda-v2-python312",
    "nix: sha256 = \"1b9mwn6mg0bb6i8xhnzxa6zd1q4qlnlxxnhqkpsbzpmwd0v2ww1g\";",
    "secret-scanning-push-protection-2024", "sk_storage: fix race",
    // People's look-alikes
    "redirect=%2Fhome%2Fsettings%2Fbilling", "next=%2Fusers%2F42%2Fedit", "/api/Users/42/orders",
    "src/Users/Controllers/UserController.php", "/c/Users/runneradmin/AppData",
    "-I/home/linuxbrew/.linuxbrew/include", "version 1.234.567.8901", "SSN=000000000",
    "remote addr 192.168.1.3", "1-2-3 steps",
    "git@github.com:acme/app.git", "use actions/checkout@v4", "icon@2x.png missing",
    "Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
    "add user@example.com to fixtures", "ssh deploy@10.0.0.4 times out",
    "boto3@8.30.27 breaks types",
    "cache path /home/runner/work/app/app/.build", "docs/home/page.md", "/Users/Shared/data",
    "bind 0.0.0.0:8080", "AssemblyVersion 10.0.15393.5726", "ISBN 978-3-16-148410-0",
    "release 2024-01-15T10:22:33.123456Z build 20240115.4", "offset 5595986955 exceeds 1710405074",
    "docker run -p 8080:80 -u 1000:1000 nginx", "mkdir -p build/output && cp -p a b",
    "see https://github.com/acme/app/pull/1754#discussion_r1434538609", "修复:密码重置页面 token 过期", "",
  ]

  @Test("nothing is taken out", arguments: harmless)
  func unchanged(text: String) {
    let result = Redactor().redact(text)
    #expect(result.text == text)
    #expect(result.isClean)
  }

  @Test("an allowed value stays, and only that one")
  func allowed() {
    let mine = "priya.ibarra" + "@lumenharbor.net"
    let text = "ask \(mine) or olu.novak@lumenharbor.net"
    #expect(
      Redactor(allowing: [mine]).redact(text).text == "ask \(mine) or [redacted:email]")
    #expect(Redactor(allowing: ["priya"]).redact(text).hits.map(\.count) == [2])
  }
}
