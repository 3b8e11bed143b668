/// The version of this program; the one place where it stands.
public let codexHookVersion = "0.1.0"
