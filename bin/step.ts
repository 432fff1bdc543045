/** Reports how long a piece of work takes. */
export type Step = <T>(label: string, work: () => Promise<T>) => Promise<T>
