import GRDB

/// The layout of the store and how older files get there. A migration that was released never changes.
enum Schema {
    static func migrate(_ queue: DatabaseQueue, path: String) throws {
        let migrator = migrator
        try queue.read { db in
            if try migrator.hasBeenSuperseded(db) { throw StoreError.newerThanProgram(path: path) }
            let isForeign = try !db.tableExists("grdb_migrations") && db.count("SELECT count(*) FROM sqlite_master") > 0
            if isForeign { throw StoreError.notAStore(path: path) }
        }
        try migrator.migrate(queue)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: ledgers)
            try db.execute(sql: customers)
            try db.execute(sql: activities)
            try db.execute(sql: decisions)
        }
        migrator.registerMigration("2") { try $0.execute(sql: ownershipQuestions) }
        migrator.registerMigration("3") { try $0.execute(sql: undo) }
        migrator.registerMigration("4") { try $0.execute(sql: inheritedDecisions) }
        migrator.registerMigration("5") { try $0.execute(sql: repAliases) }
        migrator.registerMigration("6") { try $0.execute(sql: classification) }
        migrator.registerMigration("7") { try $0.execute(sql: ruleVersions) }
        migrator.registerMigration("8") { try $0.execute(sql: byHand) }
        migrator.registerMigration("9") { try $0.execute(sql: outbox) }
        migrator.registerMigration("10") { try $0.execute(sql: matching) }
        migrator.registerMigration("11") { try $0.execute(sql: offers) }
        migrator.registerMigration("12") { db in
            try db.execute(sql: worklistMails)
            try db.execute(sql: bottlenecks)
        }
        return migrator
    }
}
