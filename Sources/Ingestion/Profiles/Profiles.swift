import Records

/// The profiles that are built in. Their texts are the files of Profiles/.
package enum Profiles {
    /// Sorted by name.
    package static let builtIn: [Profile] = EmbeddedProfiles.names
        .compactMap { name in
            // A text that does not parse fails a test; it never reaches a release.
            EmbeddedProfiles.text(name).flatMap { try? ProfileText.profile($0, file: "Profiles/\(name)") }
        }
        .sorted { $0.name.isOrderedBefore($1.name) }

    package static func named(_ name: String) -> Profile? { builtIn.first { $0.name == name } }

    /// The text of a built-in profile, to be read by people or to start one's own from.
    package static func source(of name: String) -> String? { EmbeddedProfiles.text("\(name).profile") }
}
