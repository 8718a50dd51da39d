import Records

/// A Kubernetes CronJob. The cluster may start a job twice or not at all: gonghai locks, and catches up, by itself.
struct CronJob {
    let job: ScheduledJob

    var text: String {
        """
        # The night of \(ScheduledJob.comment(job.folder)), for Kubernetes 1.27 or newer.
        # The workspace is a volume that one pod writes at a time; gonghai.yaml and inbox/ are in it.
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: \(job.name)
        spec:
          schedule: "\(job.minute) \(job.hour) * * *"
          timeZone: \(job.zone)
          # A cluster may start two jobs or none: a second start ends at once with 75, missed nights are caught up.
          concurrencyPolicy: Forbid
          startingDeadlineSeconds: 21600
          successfulJobsHistoryLimit: 7
          failedJobsHistoryLimit: 7
          jobTemplate:
            spec:
              # A night that broke goes on where it stopped.
              backoffLimit: 2
              template:
                metadata:
                  labels: {app.kubernetes.io/name: gonghai}
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  # Time for the mail at hand; a stage at hand is taken back and done by the next start.
                  terminationGracePeriodSeconds: 660
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 10001
                    runAsGroup: 10001
                    fsGroup: 10001
                    seccompProfile: {type: RuntimeDefault}
                  containers:
                    - name: night
                      image: \(job.image)
                      # 1 means done, with rejected rows or a warning.
                      command:
                        - /bin/sh
                        - -c
                        - |
                          umask 077
                          gonghai run -w /workspace; status=$?
                          [ $status -le 1 ] || exit $status
                          gonghai send --wait -w /workspace; status=$?
                          [ $status -le 1 ] || exit $status
                      env:
                        - {name: GONGHAI_LOG_FORMAT, value: json}
                        - name: GONGHAI_SMTP_PASSWORD
                          valueFrom:
                            secretKeyRef: {name: \(job.name), key: smtp-password, optional: true}
                        - name: GONGHAI_HEARTBEAT_URL
                          valueFrom:
                            secretKeyRef: {name: \(job.name), key: heartbeat-url, optional: true}
                      resources:
                        requests: {cpu: 500m, memory: 512Mi}
                        limits: {memory: 2Gi}
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities: {drop: [ALL]}
                      volumeMounts:
                        - {name: workspace, mountPath: /workspace}
                        - {name: tmp, mountPath: /tmp}
                  volumes:
                    - name: workspace
                      persistentVolumeClaim: {claimName: \(job.name)}
                    - name: tmp
                      emptyDir: {}

        """
    }
}
