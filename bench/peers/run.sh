#!/bin/sh
# Ours and the peers on the same paragraphs, in one command: bench/peers/run.sh [FILE.jsonl[.gz] with "text" and "published"]
set -e
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/node_modules" ] || npm install --prefix "$here" --no-package-lock --no-audit --no-fund --silent
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node "$here/paragraphs.mjs" "$@" > "$work/paragraphs.jsonl"
printf '%-32s' stemma
dotnet run -c Release --project "$here/.." -- dates "$work/paragraphs.jsonl"
(cd "$here" && node peers.mjs "$work/paragraphs.jsonl")
