#!/usr/bin/env bash
# demo.sh GONGHAI FOLDER DATE: a fresh workspace from SampleData and one night in it.
set -euo pipefail
cd "$(dirname "$0")/.."
gonghai=$1 folder=$2 date=$3

rm -rf "$folder"
mkdir -p "$folder"
cp -R SampleData/inbox SampleData/gonghai.yaml "$folder/"
status=0
"$gonghai" run -w "$folder" --date "$date" || status=$?
# 1: done, with rows that were rejected or wait: the sample lists are dirty on purpose.
if [ "$status" -gt 1 ]; then exit "$status"; fi
echo
echo "Open the report:  $folder/out/$date/management.en.html   (中文: management.zh-CN.html)"
echo "One customer whole:  $gonghai explain -w $folder 杭州翊屏汽车零部件有限公司"
