// Preloaded into the server: when the command that started it is killed, it stops too and frees its port.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
