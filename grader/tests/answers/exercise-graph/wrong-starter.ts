// As it was handed out.

export const downwind = (): string => '';

export const workload = (): string => '';

export const answerable = (): string => '';
