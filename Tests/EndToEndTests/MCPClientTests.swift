import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A Python with the packages `mcp` (2.3) and `amagi-mcp-probe`, as CODEX_HOOK_PYTHON names it.
private let python: String? = getenv("CODEX_HOOK_PYTHON").flatMap { given in
  let python = String(cString: given)
  let outcome = try? Sandbox().run([python, "-c", "import mcp, amagi_mcp_probe"])
  return outcome?.status == 0 ? python : nil
}

@Suite("The MCP server and real clients", .enabled(if: python != nil))
struct MCPClientTests {
  private func repository() throws -> (Sandbox, FilePath) {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    let made = try sandbox.run([codexHookBinary().string, "init"], in: repository)
    #expect(made.status == 0, "\(made.errors)")
    return (sandbox, repository)
  }

  @Test(
    "the mcp client lists and calls every tool and reads every resource, in each of its modes",
    arguments: ["auto", "legacy", "2026-07-28"])
  func client(mode: String) throws {
    let (sandbox, repository) = try repository()
    let script = sandbox.root.appending("client.py")
    try writeText(MCPClientTests.script, to: script)
    let outcome = try sandbox.run(
      [python!, script.string, mode, codexHookBinary().string], in: repository)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.line == (mode == "legacy" ? "2025-11-25 8 3" : "2026-07-28 8 3"))
  }

  @Test("amagi-mcp-probe finds nothing")
  func probe() throws {
    let (sandbox, repository) = try repository()
    let outcome = try sandbox.run(
      [python!, "-m", "amagi_mcp_probe", "--strict", "--", codexHookBinary().string, "mcp"],
      in: repository)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("8 tools: 8 passed"))
  }

  private static let script = """
    import asyncio, json, sys
    from mcp import Client, StdioServerParameters

    CALLS = {
        "context": {}, "log": {"limit": 5}, "record_note": {"text": "from the client", "area": "ui"},
        "record_issue": {"desc": "seen by the client"}, "record_fix": {"desc": "mended by the client"},
        "record_test": {"result": "pass", "count": 3}, "set_state": {"status": "testing"}, "validate": {},
    }

    async def main(mode, binary):
        server = StdioServerParameters(command=binary, args=["mcp"])
        async with Client(server, mode=mode) as client:
            tools = (await client.list_tools()).tools
            assert [tool.name for tool in tools] == list(CALLS), tools
            for tool in tools:
                result = await client.call_tool(tool.name, CALLS[tool.name])
                assert not result.is_error and result.structured_content, (tool.name, result)
            bad = await client.call_tool("record_issue", {"desc": "x", "areas": "ui"})
            assert bad.is_error and "areas" in bad.content[0].text, bad
            resources = (await client.list_resources()).resources
            for resource in resources:
                read = await client.read_resource(str(resource.uri))
                assert read.contents[0].text, resource
            template = (await client.list_resource_templates()).resource_templates[0].uri_template
            log = await client.call_tool("log", {"type": "note"})
            event = log.structured_content["events"][0]
            assert event["by"] == "mcp", event
            read = await client.read_resource(template.replace("{id}", event["id"]))
            assert json.loads(read.contents[0].text)["id"] == event["id"]
            print(client.protocol_version, len(tools), len(resources))

    asyncio.run(main(*sys.argv[1:]))

    """
}
