import './Tree.css'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '#web/kit/Icon.tsx'
import { keyInTree, visibleNodes } from '#web/kit/tree-keys.ts'

export type TreeNode = { key: string; label: string; about?: ReactNode; children?: readonly TreeNode[] }

/** A tree of units: arrows move and fold, letters find, Enter chooses. `opened` names the branches open at first. */
export function Tree({ label, nodes, chosen, opened: openedAtFirst, onChoose }: {
  label: string; nodes: readonly TreeNode[]; chosen?: string | undefined; opened?: readonly string[]; onChoose: (key: string) => void
}) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(openedAtFirst ?? nodes.map(({ key }) => key)))
  const [focused, setFocused] = useState<string | null>(null)
  const visible = visibleNodes(nodes, opened)
  const stop = visible.some(({ node }) => node.key === focused) ? focused : (visible.find(({ node }) => node.key === chosen)?.node.key ?? visible[0]?.node.key)
  function fold(key: string, open: boolean) {
    const next = new Set(opened)
    if (open) next.add(key)
    else next.delete(key)
    setOpened(next)
  }
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const act = keyInTree(event, visible, stop ?? '', opened)
    if (!act) return
    event.preventDefault()
    if (act.choose) onChoose(act.choose)
    if (act.fold) fold(act.fold.key, act.fold.open)
    if (act.focus) {
      setFocused(act.focus)
      event.currentTarget.querySelector<HTMLElement>(`[data-key="${CSS.escape(act.focus)}"]`)?.focus()
    }
  }
  const branch = (node: TreeNode, level: number): ReactNode => {
    const open = opened.has(node.key)
    const parent = node.children !== undefined && node.children.length > 0
    return (
      <li
        key={node.key} role="treeitem" data-key={node.key} aria-level={level} aria-selected={node.key === chosen} aria-expanded={parent ? open : undefined} aria-label={node.label}
        tabIndex={node.key === stop ? 0 : -1} onFocus={(event) => { event.stopPropagation(); setFocused(node.key) }}
      >
        <div className="kc-tree-item" onClick={() => onChoose(node.key)}>
          <span className="kc-tree-fold" onClick={(event) => { if (parent) { event.stopPropagation(); fold(node.key, !open) } }}>{parent && <Icon name="right" size={14} />}</span>
          <span>{node.label}</span>
          {node.about !== undefined && <span className="kc-tree-about">{node.about}</span>}
        </div>
        {parent && open && <ul role="group">{node.children?.map((child) => branch(child, level + 1))}</ul>}
      </li>
    )
  }
  return <ul className="kc-tree" role="tree" aria-label={label} onKeyDown={onKeyDown}>{nodes.map((node) => branch(node, 1))}</ul>
}
