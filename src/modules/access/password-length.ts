/** How many signs a new password has, at least and at most; in a file of its own, so that the first page comes without the rest of the rule. */
export const leastSigns = 12
export const mostSigns = 200
