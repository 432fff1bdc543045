// Stands for `server-only`, which throws outside Next; our bundles run on the server alone.
export {}
