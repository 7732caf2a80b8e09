/** The name in which the server's own workers write. */
export const serverAccount = "server";
