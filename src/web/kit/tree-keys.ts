import { fold } from '#lib/vietnamese-names.ts'
import type { TreeNode } from '#web/kit/Tree.tsx'

export type VisibleNode = { node: TreeNode; parent: string | null; level: number }
export type TreeAct = { focus?: string; choose?: string; fold?: { key: string; open: boolean } }

/** The nodes as they stand below each other now. */
export function visibleNodes(
  nodes: readonly TreeNode[],
  opened: ReadonlySet<string>,
  parent: string | null = null,
  level = 1,
): VisibleNode[] {
  return nodes.flatMap((node) => [
    { node, parent, level },
    ...(opened.has(node.key) ? visibleNodes(node.children ?? [], opened, node.key, level + 1) : []),
  ])
}

/** What a key does in the tree, by the ARIA tree pattern; null when nothing. */
export function keyInTree(
  event: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean },
  visible: VisibleNode[],
  focused: string,
  opened: ReadonlySet<string>,
): TreeAct | null {
  const at = visible.findIndex(({ node }) => node.key === focused)
  const here = visible[at]
  if (!here) return null
  const parent = (here.node.children ?? []).length > 0
  const open = parent && opened.has(focused)
  const focusOn = (index: number): TreeAct | null => {
    const key = visible[index]?.node.key
    return key === undefined ? null : { focus: key }
  }
  switch (event.key) {
    case 'ArrowDown':
      return focusOn(at + 1)
    case 'ArrowUp':
      return focusOn(at - 1)
    case 'Home':
      return focusOn(0)
    case 'End':
      return focusOn(visible.length - 1)
    case 'Enter':
    case ' ':
      return { choose: focused }
    case 'ArrowRight':
      return open ? focusOn(at + 1) : parent ? { fold: { key: focused, open: true } } : null
    case 'ArrowLeft':
      return open ? { fold: { key: focused, open: false } } : here.parent === null ? null : { focus: here.parent }
  }
  if (event.key.length > 1 || event.ctrlKey || event.altKey || event.metaKey) return null
  const after = [...visible.slice(at + 1), ...visible.slice(0, at + 1)]
  const found = after.find(({ node }) => fold(node.label).startsWith(fold(event.key)))
  return found ? { focus: found.node.key } : null
}
