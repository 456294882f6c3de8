/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-state-map.h"
#include "pz-vector.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PzKnowledge:
 * @classroom: id of the class
 * @vector: how far each device was seen
 * @cloud: (element-type PzCloudItem): values that were replaced before they were seen; key text -> item
 * @purged: path of a document that was removed for good -> when, a gint64 of seconds since 1970 UTC, owned; of a
 *   learner nothing counts any more, whoever wrote it and when, see pz_knowledge_is_erased()
 * @state: values: in a snapshot all there are; beside a class on disk those the documents have no place for
 * @extra: members a newer version wrote, each behind a comma
 *
 * What a device knows of a class: the context that goes with the values, and the values.
 */
typedef struct
{
  char *classroom;
  PzVector *vector;
  GHashTable *cloud;
  GHashTable *purged;
  PzStateMap *state;
  GString *extra;
} PzKnowledge;

/**
 * PzCloudItem:
 * @tag: of a write that was replaced before it was seen
 * @path: of the record
 * @field: the key it was replaced under, or %PZ_WRITE_WHOLE; the other fields that share the tag still come
 */
typedef struct
{
  PzStamp tag;
  char *path;
  char *field;
} PzCloudItem;

PzKnowledge *pz_knowledge_new           (const char        *classroom);
void         pz_knowledge_free          (PzKnowledge       *self);
void         pz_knowledge_add_cloud     (PzKnowledge       *self,
                                         const PzStamp     *tag,
                                         const char        *path,
                                         const char        *field);
gboolean     pz_knowledge_covers        (const PzKnowledge *self,
                                         const PzStamp     *tag,
                                         const char        *path,
                                         const char        *field);
void         pz_knowledge_add_purged    (PzKnowledge       *self,
                                         const char        *document,
                                         gint64             when);
gboolean     pz_knowledge_is_erased     (const PzKnowledge *self,
                                         const char        *path);
gboolean     pz_knowledge_has_erased    (const PzKnowledge *self);
void         pz_knowledge_forget_purged (PzKnowledge       *self,
                                         guint64            own_device,
                                         gint64             now);
void         pz_knowledge_take          (PzKnowledge       *self,
                                         const PzKnowledge *other);
gboolean     pz_knowledge_is_within     (const PzKnowledge *self,
                                         const PzKnowledge *other);
void         pz_knowledge_settle        (PzKnowledge       *self);
void         pz_knowledge_write         (const PzKnowledge *self,
                                         GString           *out);
gboolean     pz_knowledge_read_member   (PzKnowledge       *self,
                                         PzJsonReader      *reader,
                                         const char        *name);

/* a whole snapshot: {"kind":"snapshot","minor":0,"min_reader":0,"classroom":ID, and what pz_knowledge_write() writes} */
GBytes      *pz_snapshot_write          (const PzKnowledge *self);
PzKnowledge *pz_snapshot_parse          (GBytes            *json,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzKnowledge, pz_knowledge_free)

G_END_DECLS
