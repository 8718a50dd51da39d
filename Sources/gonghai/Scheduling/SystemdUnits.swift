import Records

/// A service and its timer. The service may write into its workspace only, and has no rights beyond its user's.
struct SystemdUnits {
    let job: ScheduledJob

    var service: String {
        """
        # /etc/systemd/system/\(job.name).service: the night of \(ScheduledJob.comment(job.folder)).
        # Install:  cp \(job.name).* /etc/systemd/system/ && systemctl enable --now \(job.name).timer
        # Try it:   systemctl start \(job.name).service && journalctl -u \(job.name)

        [Unit]
        Description=Gonghai: the night of \(ScheduledJob.comment(job.folder).replacing("%", with: "%%"))
        Documentation=man:gonghai(1)
        Wants=network-online.target
        After=network-online.target time-sync.target

        [Service]
        # A unit that is still active is not started again; gonghai locks its workspace all the same.
        Type=oneshot
        User=\(job.user)
        # Nights that were missed are caught up in order; then mails that a server refused for now are tried again
        # until mail.retry_until of gonghai.yaml.
        ExecStart=\(word(job.program)) run -w \(word(job.folder))
        ExecStart=\(word(job.program)) send --wait -w \(word(job.folder))
        # 1: done, with rejected rows or a warning. 3 (a fuse) and above are failures.
        SuccessExitStatus=1
        TimeoutStartSec=14h
        # SIGTERM: a mail at hand is finished; a stage at hand is taken back and done by the next start.
        KillMode=mixed
        TimeoutStopSec=11min

        # Secrets, readable by root only; they reach the program as files in memory, never as arguments.
        #LoadCredential=gonghai-smtp-password:/etc/gonghai/smtp-password
        #LoadCredential=gonghai-heartbeat-url:/etc/gonghai/heartbeat-url
        # Messages as JSON lines, personal data masked:
        #Environment=GONGHAI_LOG_FORMAT=json

        # What it may touch: its workspace\(job.usesSendmail ? " and sendmail's queue" : "").
        UMask=0077
        \(sandbox)

        """
    }

    private var sandbox: String {
        var lines = ["ProtectSystem=strict", "ReadWritePaths=\(word(job.folder))"]
        if job.usesSendmail { lines.append("ReadWritePaths=-/var/spool -/var/lib") }
        lines +=
            isAtHome
            ? ["# The workspace is in a home folder; anywhere else, ProtectHome=yes.", "ProtectHome=no"]
            : ["ProtectHome=yes"]
        lines += [
            "PrivateTmp=yes", "PrivateDevices=yes", "ProtectKernelTunables=yes", "ProtectKernelModules=yes",
            "ProtectKernelLogs=yes", "ProtectControlGroups=yes", "ProtectClock=yes", "ProtectHostname=yes",
            "ProtectProc=invisible", "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6", "RestrictNamespaces=yes",
            "RestrictRealtime=yes", "LockPersonality=yes", "MemoryDenyWriteExecute=yes", "RemoveIPC=yes",
            "KeyringMode=private", "SystemCallArchitectures=native",
        ]
        guard !job.usesSendmail else {
            return
                (lines + [
                    "# sendmail takes the rights of its group: no NoNewPrivileges, RestrictSUIDSGID, capabilities or call filter."
                ]).joined(separator: "\n")
        }
        return
            (lines + [
                "NoNewPrivileges=yes", "RestrictSUIDSGID=yes", "CapabilityBoundingSet=", "AmbientCapabilities=",
                "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources",
                "SystemCallErrorNumber=EPERM",
                "PrivateUsers=yes",
            ]).joined(separator: "\n")
    }

    private var isAtHome: Bool {
        ["/home/", "/root/", "/run/user/"].contains { (job.folder + "/").hasPrefix($0) }
            || ["/home/", "/root/"].contains { job.program.hasPrefix($0) }
    }

    var timer: String {
        """
        # /etc/systemd/system/\(job.name).timer: when the night of \(ScheduledJob.comment(job.folder)) is run.

        [Unit]
        Description=Gonghai: the nights of \(ScheduledJob.comment(job.folder).replacing("%", with: "%%"))

        [Timer]
        # In the workspace's own zone, whatever the machine's is.
        OnCalendar=*-*-* \(padded(job.hour, 2)):\(padded(job.minute, 2)):00 \(job.zone)
        # One start after a time that was missed; gonghai itself runs each night that is missing.
        Persistent=true
        AccuracySec=1min

        [Install]
        WantedBy=timers.target

        """
    }

    /// A word of a command line or path in a unit: % and $ mean something there, and so do quotes and blanks.
    private func word(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
            .replacing("$", with: "$$")
        return escaped.contains { " '\"\\;".contains($0) } ? "\"\(escaped)\"" : escaped
    }
}
