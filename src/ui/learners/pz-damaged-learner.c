/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-damaged-learner.h"

#include <glib/gi18n-lib.h>

/**
 * PzDamagedLearner:
 *
 * What can be done about a learner whose file cannot be read: bring back the newest good copy, when a snapshot has one.
 * Emits `restored` when the learner can be read again.
 */
struct _PzDamagedLearner
{
  GtkBox parent_instance;

  GtkWidget *text;
  GtkWidget *button;
  PzClassroom *classroom;
  char *id;
};

G_DEFINE_FINAL_TYPE (PzDamagedLearner, pz_damaged_learner, GTK_TYPE_BOX)

static guint restored_signal;

static void
restore_cb (PzDamagedLearner *self)
{
  g_autoptr(GError) error = NULL;

  if (pz_classroom_restore_file (self->classroom, PZ_DOCUMENT_LEARNER, self->id, NULL, &error))
    g_signal_emit (self, restored_signal, 0);
  else
    gtk_label_set_label (GTK_LABEL (self->text), error->message);
}

static void
pz_damaged_learner_dispose (GObject *object)
{
  PzDamagedLearner *self = PZ_DAMAGED_LEARNER (object);

  g_clear_object (&self->classroom);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (pz_damaged_learner_parent_class)->dispose (object);
}

static void
pz_damaged_learner_class_init (PzDamagedLearnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_damaged_learner_dispose;
  restored_signal = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
pz_damaged_learner_init (PzDamagedLearner *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->text), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (self), self->text);
  self->button = gtk_button_new_with_mnemonic (_("_Restore From Snapshot"));
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (restore_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);
}

/**
 * pz_damaged_learner_new:
 *
 * Returns: (transfer floating): one that shows nothing yet
 */
GtkWidget *
pz_damaged_learner_new (void)
{
  return g_object_new (PZ_TYPE_DAMAGED_LEARNER, NULL);
}

/**
 * pz_damaged_learner_show:
 * @self: the widget
 * @classroom: the class
 * @id: of a learner whose file cannot be read
 *
 * Says what can be done about it.
 */
void
pz_damaged_learner_show (PzDamagedLearner *self,
                         PzClassroom      *classroom,
                         const char       *id)
{
  g_autoptr(GPtrArray) snapshots = NULL;
  gboolean can_restore;

  g_return_if_fail (PZ_IS_DAMAGED_LEARNER (self) && PZ_IS_CLASSROOM (classroom) && id != NULL);

  g_set_object (&self->classroom, classroom);
  g_free (self->id);
  self->id = g_strdup (id);
  if (!pz_classroom_is_read_only (classroom))
    snapshots = pz_classroom_list_snapshots (classroom, PZ_DOCUMENT_LEARNER, id, NULL);
  can_restore = snapshots != NULL && snapshots->len > 0;
  gtk_widget_set_visible (self->button, can_restore);
  gtk_label_set_label (GTK_LABEL (self->text),
                       can_restore ? _("A snapshot has a good copy. The damaged file is kept beside it; all other learners are safe.")
                                   : _("The file was left as it is. A backup may have a good copy; all other learners are safe."));
}
