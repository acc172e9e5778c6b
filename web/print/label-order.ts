// Which labels of the base map come before the signs and words of the answer on paper, by the layers of its style.

/** It and those above it: a crew looks for its street. */
export const firstOfStreetNames = 'alley-names';

/** Above the names of streets in the style, below the answer on paper. */
export const yieldingLabels = ['water-point-flows'] as const;
