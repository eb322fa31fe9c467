#!/bin/sh
# Stands in for Prisma's native schema engine. It must fail: one that succeeds would make "migrate" do nothing, silently.
echo "Use npm run db:migrate or npm run db:diff: this project runs Prisma without its native schema engine." >&2
exit 1
