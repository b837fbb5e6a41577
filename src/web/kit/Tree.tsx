import './Tree.css'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '#web/kit/Icon.tsx'
import { keyInTree, visibleNodes } from '#web/kit/tree-keys.ts'

export type TreeNode = { key: string; label: string; about?: ReactNode; children?: readonly TreeNode[] }

/** A tree of units: arrows move and fold, letters find, Enter chooses. `opened` names the branches open at first. */
export function Tree({
  label,
  nodes,
  chosen,
  opened: openedAtFirst,
  onChoose,
}: {
  label: string
  nodes: readonly TreeNode[]
  chosen?: string | undefined
  opened?: readonly string[]
  onChoose: (key: string) => void
}) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(openedAtFirst ?? nodes.map(({ key }) => key)))
  const [focused, setFocused] = useState<string | null>(null)
  const visible = visibleNodes(nodes, opened)
  const stop = visible.some(({ node }) => node.key === focused)
    ? focused
    : (visible.find(({ node }) => node.key === chosen)?.node.key ?? visible[0]?.node.key)
  function fold(key: string, open: boolean) {
    const next = new Set(opened)
    if (open) next.add(key)
    else next.delete(key)
    setOpened(next)
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
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
  return (
    <div className="kc-tree" role="tree" aria-label={label} onKeyDown={onKeyDown}>
      {visible.map(({ node, level }) => (
        <TreeItem
          key={node.key}
          node={node}
          level={level}
          chosen={node.key === chosen}
          open={opened.has(node.key)}
          tabStop={node.key === stop}
          onChoose={() => onChoose(node.key)}
          onFold={(open) => fold(node.key, open)}
          onFocus={() => setFocused(node.key)}
        />
      ))}
    </div>
  )
}

function TreeItem({
  node,
  level,
  chosen,
  open,
  tabStop,
  onChoose,
  onFold,
  onFocus,
}: {
  node: TreeNode
  level: number
  chosen: boolean
  open: boolean
  tabStop: boolean
  onChoose: () => void
  onFold: (open: boolean) => void
  onFocus: () => void
}) {
  const parent = node.children !== undefined && node.children.length > 0
  return (
    <div
      role="treeitem"
      className="kc-tree-item"
      data-key={node.key}
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={parent ? open : undefined}
      tabIndex={tabStop ? 0 : -1}
      style={{ paddingLeft: (level - 1) * 18 }}
      onClick={onChoose}
      onFocus={onFocus}
    >
      <span
        className="kc-tree-fold"
        onClick={(event) => {
          if (parent) {
            event.stopPropagation()
            onFold(!open)
          }
        }}
      >
        {parent && <Icon name="right" size={14} />}
      </span>
      <span>{node.label}</span>
      {node.about !== undefined && <span className="kc-tree-about">{node.about}</span>}
    </div>
  )
}
