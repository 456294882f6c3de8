/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-strip.h"

#include "pz-conflict-badge.h"
#include "pz-document-conflicts.h"
#include "pz-flow-layout.h"

#include <glib/gi18n-lib.h>

struct _PzConflictStrip
{
  GtkWidget parent_instance;

  GPtrArray *documents;
  char *record; /* only what is about this record; NULL: all */
  guint idle;   /* a change waits to be looked at; 0: none */
};

G_DEFINE_FINAL_TYPE (PzConflictStrip, pz_conflict_strip, GTK_TYPE_WIDGET)

static gboolean
is_about (PzConflictStrip *self,
          PzRecord        *record)
{
  PzRecordType type = pz_record_get_record_type (record);
  int goal = pz_schema_find_field (type, "goal");

  return self->record == NULL || g_strcmp0 (pz_record_get_id (record), self->record) == 0
         || (goal >= 0 && g_strcmp0 (pz_record_get_text (record, (guint) goal), self->record) == 0);
}

/* of what the page is about, the name of the field is enough */
static PzBadgeName
get_name (PzConflictStrip *self,
          PzDocument      *document,
          PzRecord        *record)
{
  const char *id = self->record != NULL ? self->record : pz_document_get_id (document);

  return g_strcmp0 (pz_record_get_id (record), id) == 0 ? PZ_BADGE_FIELD : PZ_BADGE_RECORD;
}

static void
add_badges (PzConflictStrip *self,
            PzDocument      *document)
{
  g_autoptr(GArray) found = pz_document_find_conflicts (document);

  for (guint i = 0; i < found->len; i++)
    {
      const PzFoundConflict *conflict = &g_array_index (found, PzFoundConflict, i);

      if (conflict->kind == PZ_CONFLICT_VALUES && is_about (self, conflict->record))
        gtk_widget_set_parent (pz_conflict_badge_new (conflict->record, conflict->field,
                                                      get_name (self, document, conflict->record)), GTK_WIDGET (self));
    }
}

static void
clear (PzConflictStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
update (PzConflictStrip *self)
{
  clear (self);
  for (guint i = 0; i < self->documents->len; i++)
    add_badges (self, g_ptr_array_index (self->documents, i));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzConflictStrip *self = PZ_CONFLICT_STRIP (user_data);

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* a step writes many fields: all of them are looked at once */
static void
changed_cb (PzConflictStrip *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
pz_conflict_strip_dispose (GObject *object)
{
  PzConflictStrip *self = PZ_CONFLICT_STRIP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  clear (self);
  g_ptr_array_set_size (self->documents, 0);
  G_OBJECT_CLASS (pz_conflict_strip_parent_class)->dispose (object);
}

static void
pz_conflict_strip_finalize (GObject *object)
{
  PzConflictStrip *self = PZ_CONFLICT_STRIP (object);

  g_ptr_array_unref (self->documents);
  g_free (self->record);
  G_OBJECT_CLASS (pz_conflict_strip_parent_class)->finalize (object);
}

static void
pz_conflict_strip_class_init (PzConflictStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_conflict_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_conflict_strip_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "conflictstrip");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pz_conflict_strip_init (PzConflictStrip *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_flow_layout_new (6));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Values That Differ"), -1);
}

/**
 * pz_conflict_strip_new:
 * @document: (nullable): whose fields are shown; more by pz_conflict_strip_follow()
 *
 * Returns: (transfer floating): the badges of the document; they follow it
 */
GtkWidget *
pz_conflict_strip_new (PzDocument *document)
{
  PzConflictStrip *self = g_object_new (PZ_TYPE_CONFLICT_STRIP, NULL);

  if (document != NULL)
    pz_conflict_strip_follow (self, document, NULL);
  return GTK_WIDGET (self);
}

/**
 * pz_conflict_strip_follow:
 * @self: the badges
 * @document: one more document
 * @record: (nullable): id of a record: of all documents only its fields are shown, and those of what belongs to it, such
 *   as the measurements of a goal
 */
void
pz_conflict_strip_follow (PzConflictStrip *self,
                          PzDocument      *document,
                          const char      *record)
{
  g_return_if_fail (PZ_IS_CONFLICT_STRIP (self) && PZ_IS_DOCUMENT (document));

  g_free (self->record);
  self->record = g_strdup (record);
  g_ptr_array_add (self->documents, g_object_ref (document));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
