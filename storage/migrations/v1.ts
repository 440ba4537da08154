import type { Migration } from './types.ts';

/** The first version: all stores, empty. */
export const v1: Migration = {
  to: 1,
  up(db) {
    db.createObjectStore('projects', { keyPath: 'id' });
    db.createObjectStore('records', { keyPath: ['project', 'entity', 'id'] });
    db.createObjectStore('layouts', { keyPath: ['project', 'sheet'] });
    db.createObjectStore('place', { keyPath: 'project' });
    db.createObjectStore('exportLog', { keyPath: 'seq', autoIncrement: true }).createIndex('project', 'project');
    db.createObjectStore('quarantine', { keyPath: 'seq', autoIncrement: true }).createIndex('project', 'project');
    db.createObjectStore('system', { keyPath: 'key' });
  },
};
