/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-json-reader.h"
#include "pz-stamp.h"

G_BEGIN_DECLS

/**
 * PzStateValue:
 * @stamp: of the write
 * @value: one JSON value
 */
typedef struct
{
  PzStamp stamp;
  char *value;
} PzStateValue;

typedef void (*PzStateFunc) (const char         *path,
                             const char         *field,
                             const PzStateValue *value,
                             gpointer            user_data);

/* Values by path of the record and key: the whole state of a class as a snapshot has it, or what a class has no place
 * for. */
typedef struct _PzStateMap PzStateMap;

PzStateMap *pz_state_map_new      (void);
void        pz_state_map_free     (PzStateMap       *self);
void        pz_state_map_add      (PzStateMap       *self,
                                   const char       *path,
                                   const char       *field,
                                   const PzStamp    *stamp,
                                   const char       *value);
gboolean    pz_state_map_drop     (PzStateMap       *self,
                                   const char       *path,
                                   const char       *field,
                                   const PzStamp    *tag);
void        pz_state_map_drop_document (PzStateMap  *self,
                                   const char       *document);
gboolean    pz_state_map_has      (const PzStateMap *self,
                                   const char       *path,
                                   const char       *field,
                                   const PzStamp    *tag);
GPtrArray  *pz_state_map_list     (const PzStateMap *self);
void        pz_state_map_each     (const PzStateMap *self,
                                   PzStateFunc       func,
                                   gpointer          user_data);
void        pz_state_map_each_of  (const PzStateMap *self,
                                   const char       *path,
                                   PzStateFunc       func,
                                   gpointer          user_data);
guint       pz_state_map_get_size (const PzStateMap *self);
void        pz_state_map_write    (const PzStateMap *self,
                                   GString          *out);
void        pz_state_map_read     (PzStateMap       *self,
                                   PzJsonReader     *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzStateMap, pz_state_map_free)

G_END_DECLS
