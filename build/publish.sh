#!/usr/bin/env bash
# Publishes the self-contained program that the Dockerfile packs, to artifacts/publish.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./build/require-sdk.sh
rm -rf artifacts/publish
# The runtime's own packages are not in the committed lock files: this restore writes lock files of its own, under obj/.
dotnet publish src/Relocation.Web -c Release -r linux-x64 --self-contained -o artifacts/publish --nologo -v quiet -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/publish.lock.json
echo "artifacts/publish: $(du -sh artifacts/publish | cut -f1)"
