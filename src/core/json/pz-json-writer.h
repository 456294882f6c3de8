/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The two leaves, by the rules of our files: the same bytes on every machine and in every locale. */
void pz_json_append_string (GString    *out,
                            const char *text,
                            gssize      length);
void pz_json_append_number (GString    *out,
                            double      number);

/* For output that is not a document of ours: exports, the command line's --json. Indented by two spaces, one member a line. */
typedef struct _PzJsonWriter PzJsonWriter;

PzJsonWriter *pz_json_writer_new          (void);
void          pz_json_writer_free         (PzJsonWriter *self);
void          pz_json_writer_begin_object (PzJsonWriter *self,
                                           const char   *name);
void          pz_json_writer_end_object   (PzJsonWriter *self);
void          pz_json_writer_begin_array  (PzJsonWriter *self,
                                           const char   *name);
void          pz_json_writer_end_array    (PzJsonWriter *self);
/* name: of the member, NULL inside an array; a NULL text leaves the member out */
void          pz_json_writer_string       (PzJsonWriter *self,
                                           const char   *name,
                                           const char   *text);
void          pz_json_writer_number       (PzJsonWriter *self,
                                           const char   *name,
                                           double        number);
void          pz_json_writer_boolean      (PzJsonWriter *self,
                                           const char   *name,
                                           gboolean      value);
/* raw: one JSON value, already checked by the strict reader */
void          pz_json_writer_raw          (PzJsonWriter *self,
                                           const char   *name,
                                           const char   *raw,
                                           gssize        length);
char         *pz_json_writer_finish       (PzJsonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PzJsonWriter, pz_json_writer_free)

G_END_DECLS
