/** n8n's engine logs every refused item; in tests only the assertions speak. Read when n8n-core is first imported. */
process.env.N8N_LOG_LEVEL ??= 'silent';
