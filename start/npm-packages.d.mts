export function findPackageDifference(root: string): string | undefined;
export function installPackages(root: string): Promise<void>;
