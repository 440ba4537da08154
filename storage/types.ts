import type { DataRecord, Json, ProjectJson, Settings } from '../records/types.ts';
import type { DAMAGE_TEXTS } from './locale/zh-CN.ts';

/** A project's own row. Times are milliseconds since 1970; `rev` grows by one with every write. */
export interface ProjectMeta {
  readonly id: string;
  readonly name: string;
  readonly pack: string;
  readonly settings: Settings;
  /** Keys of the 数据文件 beside pack, settings and records: kept and written back. */
  readonly extra: Readonly<Record<string, Json>>;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly rev: number;
  /** Records in force per entity, for the list on the first screen. */
  readonly counts: Readonly<Record<string, number>>;
}

/** One line of the list on the first screen; `meta` null: the row is there but no longer parses. */
export interface ProjectListing {
  readonly id: string;
  readonly meta: ProjectMeta | null;
}

/** Sheet and cell (`K12`) where the clerk was last. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** A stored row that could not be used, as it stands in the database. */
export interface Damaged {
  readonly store: 'projects' | 'blocks' | 'layouts' | 'place';
  readonly key: IDBValidKey;
  /** Which row of a block it is, from 0; without it, the block itself. */
  readonly at?: number;
  readonly reason: keyof typeof DAMAGE_TEXTS;
  readonly raw: unknown;
}

/** The ids of an entity by their stored ranks, ascending, and the block of each: columns, since there may be 100,000. */
export interface EntityOrder {
  readonly ids: readonly string[];
  readonly ranks: readonly number[];
  readonly blocks: readonly number[];
}

/** The stored order of every entity that has records. */
export type StoredOrder = ReadonlyMap<string, EntityOrder>;

/** A project as read. With anything in `damaged` it is to be opened read-only; `createSaver` refuses to write it. */
export interface LoadedProject {
  readonly id: string;
  readonly meta: ProjectMeta;
  readonly project: ProjectJson;
  readonly layouts: ReadonlyMap<string, Json>;
  readonly place: Place | null;
  readonly order: StoredOrder;
  readonly damaged: readonly Damaged[];
}

/** One record as it stands in its block. */
export interface RecordRow {
  readonly id: string;
  readonly rank: number;
  readonly data: DataRecord;
}

/** Records of one entity that are stored together; numbered from 0. */
export interface RecordBlock {
  readonly entity: string;
  readonly block: number;
  readonly rows: readonly RecordRow[];
}

/** What one transaction writes. `layouts` with `null` removes a sheet's layout. */
export interface WriteBatch {
  readonly meta: ProjectMeta;
  readonly puts: readonly RecordBlock[];
  readonly deletes: readonly Pick<RecordBlock, 'entity' | 'block'>[];
  readonly layouts: ReadonlyMap<string, Json | null>;
  readonly place: Place | null;
}

export interface WriteOptions {
  /** `strict`: acknowledged when on the disk; `relaxed`: when handed to the operating system (survives a crash of the browser). */
  readonly durability: 'strict' | 'relaxed';
  /** The page is going away: commit at once, without waiting for the revision to be compared. */
  readonly closing?: boolean;
  /** Aborted when the page begins to go away while this write is under way: it is given up, to be sent again at once. */
  readonly hurry?: AbortSignal;
}

/** One line of the export log. */
export interface ExportEntry {
  /** ISO time. */
  readonly at: string;
  readonly project: string;
  readonly unit: string;
  readonly template: string;
  readonly fileName: string;
  readonly rows: number;
  readonly mask: string;
  /** Hex SHA-256 of the file. */
  readonly sha256: string;
  /** 未通过校验: errors at the time of the export. */
  readonly failed: number;
}

/** What happens to the database without being asked for. */
export type StorageEvent =
  /** Another tab with an older version is open; opening goes on when it is closed. */
  | { readonly kind: 'blocked' }
  /** A newer program has started elsewhere: what was pending was written, this tab must be reloaded. */
  | { readonly kind: 'outdated' }
  /** The browser broke the connection; the next operation opens it anew. */
  | { readonly kind: 'closed' };
