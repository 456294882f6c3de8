/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conflict-badge.h"

#include "pz-conflict-words.h"

#include <glib/gi18n-lib.h>

struct _PzConflictBadge
{
  GtkButton parent_instance;

  PzRecord *record;
  guint field;
  PzBadgeName name;
};

G_DEFINE_FINAL_TYPE (PzConflictBadge, pz_conflict_badge, GTK_TYPE_BUTTON)

/* "Target", or "Goal, Target" */
static char *
dup_name (PzConflictBadge *self)
{
  const PzRecordSchema *schema = pz_schema_get_record (pz_record_get_record_type (self->record));
  const char *field = pz_field_get_label (&schema->fields[self->field]);

  if (self->name != PZ_BADGE_RECORD)
    return g_strdup (field);
  /* Translators: a kind of thing, such as Goal, and the name of a field of it */
  return g_strdup_printf (C_("conflict badge", "%1$s, %2$s"), g_dpgettext2 (GETTEXT_PACKAGE, "record", schema->label), field);
}

static void
pz_conflict_badge_dispose (GObject *object)
{
  g_clear_object (&PZ_CONFLICT_BADGE (object)->record);
  G_OBJECT_CLASS (pz_conflict_badge_parent_class)->dispose (object);
}

static void
pz_conflict_badge_class_init (PzConflictBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_conflict_badge_dispose;
}

static void
pz_conflict_badge_init (PzConflictBadge *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-conflict-badge");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.conflict");
}

/**
 * pz_conflict_badge_new:
 * @record: a record
 * @field: one of its fields
 * @name: how much it says of what holds the values
 *
 * Returns: (transfer floating): the badge; it follows what the field shows. That values come without another one being
 *   shown has to be told it by pz_conflict_badge_update()
 */
GtkWidget *
pz_conflict_badge_new (PzRecord    *record,
                       guint        field,
                       PzBadgeName  name)
{
  PzConflictBadge *self;
  const char *field_name;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (PZ_IS_RECORD (record), NULL);

  self = g_object_new (PZ_TYPE_CONFLICT_BADGE, NULL);
  self->record = g_object_ref (record);
  self->field = field;
  self->name = name;
  field_name = pz_schema_get_record (pz_record_get_record_type (record))->fields[field].name;
  signal = g_strconcat ("notify::", field_name, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", pz_record_get_id (record), field_name);
  g_signal_connect_object (record, signal, G_CALLBACK (pz_conflict_badge_update), self, G_CONNECT_SWAPPED);
  pz_conflict_badge_update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_conflict_badge_update:
 * @self: the badge
 *
 * Says how many values there are now.
 */
void
pz_conflict_badge_update (PzConflictBadge *self)
{
  guint n;
  g_autofree char *words = NULL, *name = NULL, *full = NULL;

  g_return_if_fail (PZ_IS_CONFLICT_BADGE (self));

  n = pz_record_get_n_values (self->record, self->field);
  words = pz_conflict_words_badge (n);
  name = dup_name (self);
  /* Translators: the name of a field, how many values of it differ between devices: "Target: 2 values" */
  full = g_strdup_printf (C_("conflict", "%1$s: %2$s"), name, words);
  gtk_button_set_label (GTK_BUTTON (self), self->name == PZ_BADGE_BARE ? words : full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), C_("conflict", "Two devices wrote this. Choose what stays."));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 1);
}
