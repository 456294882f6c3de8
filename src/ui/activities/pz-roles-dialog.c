/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roles-dialog.h"

#include "pz-chip-box.h"
#include "pz-classroom-calendar.h"
#include "pz-classroom-plan.h"
#include "pz-group-role-share.h"
#include "pz-group-roles.h"

#include <glib/gi18n-lib.h>

struct _PzRolesDialog
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  PzDocument *activity;
  PzGroupRoleHistory *history; /* NULL until what was held was read */
  GPtrArray *roles;            /* char *, each once, in the order they were added */
  GCancellable *cancellable;

  GtkWidget *box;
  GtkWidget *chips;
  GtkWidget *error_label;
  GtkWidget *share_button;
};

G_DEFINE_FINAL_TYPE (PzRolesDialog, pz_roles_dialog, ADW_TYPE_WINDOW)

static guint shared_signal;

/* ---- roles ---- */

static void
update (PzRolesDialog *self)
{
  g_auto(GStrv) values = pz_roles_dialog_dup_roles (self);

  pz_chip_box_set_values (PZ_CHIP_BOX (self->chips), (const char * const *) values);
  gtk_widget_set_sensitive (self->share_button, self->history != NULL && self->roles->len > 0);
}

static gboolean
find_role (PzRolesDialog *self,
           const char    *text,
           guint         *position)
{
  return g_ptr_array_find_with_equal_func (self->roles, text, g_str_equal, position);
}

static gboolean
fits (PzRolesDialog *self,
      const char    *text)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_PARTICIPATION)->fields[PZ_PARTICIPATION_ROLE];
  g_autoptr(GError) error = NULL;
  gboolean fine = pz_field_check_text (field, text, &error);

  gtk_label_set_label (GTK_LABEL (self->error_label), fine ? "" : error->message);
  gtk_widget_set_visible (self->error_label, !fine);
  return fine && !find_role (self, text, NULL);
}

static void
added_cb (PzRolesDialog *self,
          const char    *text)
{
  if (self->roles->len < PZ_GROUP_MAX_ROLES && fits (self, text))
    g_ptr_array_add (self->roles, g_strdup (text));
  update (self);
}

static void
removed_cb (PzRolesDialog *self,
            const char    *text)
{
  guint position;

  if (find_role (self, text, &position))
    g_ptr_array_remove_index (self->roles, position);
  update (self);
}

static void
replaced_cb (PzRolesDialog *self,
             const char    *old,
             const char    *text)
{
  guint position;

  if (fits (self, text) && find_role (self, old, &position))
    {
      g_free (self->roles->pdata[position]);
      self->roles->pdata[position] = g_strdup (text);
    }
  update (self);
}

/* ---- what was held so far ---- */

/* what the class has done before, and where it has done nothing yet, what many classes do */
static void
set_suggestions (PzRolesDialog *self)
{
  const char *const usual[] = { C_("role", "Leads"), C_("role", "Writes"), C_("role", "Speaks"), C_("role", "Materials"),
                                C_("role", "Timekeeper"), NULL };

  pz_chip_box_set_suggestions (PZ_CHIP_BOX (self->chips), self->history != NULL && self->history->n_roles > 0
                                                              ? (const char * const *) self->history->roles : usual);
}

static void
choose_roles (PzRolesDialog *self)
{
  g_auto(GStrv) given = pz_group_role_dup_given (self->activity);
  g_auto(GStrv) latest = given[0] == NULL ? pz_group_role_history_dup_latest (self->history) : NULL;
  const char *const *roles = (const char * const *) (latest != NULL ? latest : given);

  for (gsize i = 0; roles[i] != NULL; i++)
    g_ptr_array_add (self->roles, g_strdup (roles[i]));
}

/* Enter must not cancel: what is proposed is right mostly, and where nothing is, roles come first. Where somebody has
 * begun to write, the focus stays. */
static void
move_focus (PzRolesDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->chips))
    return;
  if (gtk_widget_is_sensitive (self->share_button))
    gtk_window_set_focus (GTK_WINDOW (self), self->share_button);
  else
    gtk_widget_child_focus (self->chips, GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  PzRolesDialog *self = user_data; /* gone when it was cancelled */
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) activities = pz_classroom_read_activities_finish (PZ_CLASSROOM (source), result, &error);
  g_auto(GStrv) learners = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (activities == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->error_label), error->message);
      gtk_widget_set_visible (self->error_label, TRUE);
      return;
    }
  learners = pz_classroom_dup_learners (self->classroom);
  self->history = pz_group_role_history_new (activities, (const char * const *) learners,
                                             pz_document_get_id (self->activity));
  if (self->roles->len == 0)
    choose_roles (self);
  set_suggestions (self);
  update (self);
  move_focus (self);
}

static void
pz_roles_dialog_dispose (GObject *object)
{
  PzRolesDialog *self = PZ_ROLES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  G_OBJECT_CLASS (pz_roles_dialog_parent_class)->dispose (object);
}

static void
pz_roles_dialog_finalize (GObject *object)
{
  g_clear_pointer (&PZ_ROLES_DIALOG (object)->history, pz_group_role_history_free);
  g_ptr_array_unref (PZ_ROLES_DIALOG (object)->roles);
  G_OBJECT_CLASS (pz_roles_dialog_parent_class)->finalize (object);
}

static void
pz_roles_dialog_class_init (PzRolesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_roles_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_roles_dialog_finalize;
  /**
   * PzRolesDialog::shared:
   * @n_given: how many roles
   *
   * The roles are in the activity now.
   */
  shared_signal = g_signal_new ("shared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-roles-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PzRolesDialog, box);
  gtk_widget_class_bind_template_child (widget_class, PzRolesDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, PzRolesDialog, share_button);
  gtk_widget_class_bind_template_callback (widget_class, pz_roles_dialog_share);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_roles_dialog_init (PzRolesDialog *self)
{
  self->roles = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chips = pz_chip_box_new (C_("activity", "Roles"));
  g_signal_connect_object (self->chips, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chips, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->error_label, self->chips);
  set_suggestions (self);
  update (self);
}

/**
 * pz_roles_dialog_new:
 * @classroom: saves what is changed
 * @activity: the document of an activity in groups
 *
 * Returns: (transfer none): a window, not yet shown; it begins to read who held which role
 */
GtkWidget *
pz_roles_dialog_new (PzClassroom *classroom,
                     PzDocument  *activity)
{
  PzRolesDialog *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  self = g_object_new (PZ_TYPE_ROLES_DIALOG, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  pz_classroom_read_activities_async (classroom, self->cancellable, read_cb, self);
  return GTK_WIDGET (self);
}

/**
 * pz_roles_dialog_is_read:
 * @self: the dialog
 *
 * Returns: whether it is known who held which role, so that roles can be shared out
 */
gboolean
pz_roles_dialog_is_read (PzRolesDialog *self)
{
  g_return_val_if_fail (PZ_IS_ROLES_DIALOG (self), FALSE);
  return self->history != NULL;
}

/**
 * pz_roles_dialog_dup_roles:
 * @self: the dialog
 *
 * Returns: (transfer full): the roles that are chosen
 */
GStrv
pz_roles_dialog_dup_roles (PzRolesDialog *self)
{
  g_autoptr(GStrvBuilder) roles = g_strv_builder_new ();

  g_return_val_if_fail (PZ_IS_ROLES_DIALOG (self), NULL);

  for (guint i = 0; i < self->roles->len; i++)
    g_strv_builder_add (roles, self->roles->pdata[i]);
  return g_strv_builder_end (roles);
}

/**
 * pz_roles_dialog_share:
 * @self: the dialog
 *
 * Gives the roles to the members of each group, and closes.
 */
void
pz_roles_dialog_share (PzRolesDialog *self)
{
  g_auto(GStrv) roles = NULL;
  guint n_given;

  g_return_if_fail (PZ_IS_ROLES_DIALOG (self));

  if (self->history == NULL || self->roles->len == 0 || pz_classroom_is_read_only (self->classroom))
    return;
  roles = pz_roles_dialog_dup_roles (self);
  n_given = pz_group_role_share (self->activity, self->history, (const char * const *) roles);
  pz_classroom_queue_save (self->classroom, C_("undo", "Roles shared out"));
  g_signal_emit (self, shared_signal, 0, n_given);
  gtk_window_destroy (GTK_WINDOW (self));
}
