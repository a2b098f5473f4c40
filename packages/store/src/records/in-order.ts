/**
 * Has the planner walk an index in the order that is asked for, until there is enough. It cannot see how many rows the
 * policy lets through, and would rather fetch and sort the whole table for one page.
 */
export const IN_ORDER = "set local enable_sort = off; set local enable_bitmapscan = off";
