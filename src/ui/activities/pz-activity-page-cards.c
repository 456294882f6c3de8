/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-page-private.h"

#include "pz-group-cards-look.h"
#include "pz-group-cards-print.h"
#include "pz-projector-window.h"
#include "pz-roles-dialog.h"
#include "pz-view.h"

#include <glib/gi18n-lib.h>

/* What learners see of the groups: cards to print and to project, and who does what in them. */

static void
say (PzActivityPage *self,
     const char     *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
}

static gboolean
has_groups (PzActivityPage *self)
{
  PzRecord *owner = pz_document_get_owner (self->activity);

  return !pz_record_is_deleted (owner)
         && pz_setting_has_groups (pz_setting_from_name (pz_record_get_text (owner, PZ_ACTIVITY_SETTING)));
}

/* Returns: (transfer full) (nullable): %NULL when nobody is in a group, which is said then */
static PzGroupCards *
make_cards (PzActivityPage *self)
{
  g_autoptr(PzGroupCards) cards = pz_group_cards_look_make (self->classroom, self->activity);

  if (cards->rounds->len > 0)
    return g_steal_pointer (&cards);
  say (self, C_("activity", "Nobody is in a group yet."));
  return NULL;
}

static void
print_cb (GSimpleAction *action,
          GVariant      *unused,
          gpointer       user_data)
{
  pz_activity_page_print (PZ_ACTIVITY_PAGE (user_data));
}

static void
project_cb (GSimpleAction *action,
            GVariant      *unused,
            gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(PzGroupCards) cards = make_cards (self);

  if (cards == NULL)
    return;
  if (self->projector == NULL)
    {
      g_set_weak_pointer (&self->projector, pz_projector_window_new (self->classroom, self->activity));
      if (GTK_IS_WINDOW (root))
        gtk_window_set_transient_for (GTK_WINDOW (self->projector), GTK_WINDOW (root));
    }
  gtk_window_present (GTK_WINDOW (self->projector));
}

static void
shared_cb (PzActivityPage *self,
           guint           n_given)
{
  g_autofree char *message = NULL;

  /* Translators: %u is how many learners were given a role in a group */
  message = g_strdup_printf (ngettext ("%u role shared out", "%u roles shared out", n_given), n_given);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", message);
}

static void
share_roles_cb (GSimpleAction *action,
                GVariant      *unused,
                gpointer       user_data)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(PzGroupCards) cards = make_cards (self);
  GtkWidget *dialog;

  if (cards == NULL)
    return;
  dialog = pz_roles_dialog_new (self->classroom, self->activity);
  g_signal_connect_object (dialog, "shared", G_CALLBACK (shared_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { .name = "print", .activate = print_cb },
  { .name = "project", .activate = project_cb },
  { .name = "share-roles", .activate = share_roles_cb },
};

/**
 * pz_activity_page_add_card_actions:
 * @self: the page, being made, with its actions
 */
void
pz_activity_page_add_card_actions (PzActivityPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

/**
 * pz_activity_page_update_card_actions:
 * @self: the page
 *
 * Offers what can be done now.
 */
void
pz_activity_page_update_card_actions (PzActivityPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PZ_TYPE_VIEW);

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                              entries[i].name)), has_groups (self));
  if (pz_classroom_is_read_only (self->classroom))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "share-roles")),
                                 FALSE);
  if (view != NULL)
    pz_view_tell_printing (PZ_VIEW (view));
}

/**
 * pz_activity_page_close_projector:
 * @self: the page, which goes
 *
 * What is projected goes with its page.
 */
void
pz_activity_page_close_projector (PzActivityPage *self)
{
  if (self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  g_clear_weak_pointer (&self->projector);
}

/**
 * pz_activity_page_can_print:
 * @self: the page
 *
 * Returns: whether there may be groups, which can be printed
 */
gboolean
pz_activity_page_can_print (PzActivityPage *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_PAGE (self), FALSE);
  return has_groups (self);
}

/**
 * pz_activity_page_make_print:
 * @self: the page
 *
 * Returns: (transfer full) (nullable): prints the cards of all rounds, names as hidden as they are on the screen; %NULL when
 *   nobody is in a group, which is said then
 */
GtkPrintOperation *
pz_activity_page_make_print (PzActivityPage *self)
{
  PzGroupCards *cards;

  g_return_val_if_fail (PZ_IS_ACTIVITY_PAGE (self), NULL);

  cards = make_cards (self);
  return cards != NULL ? pz_group_cards_print_new (cards) : NULL;
}

/**
 * pz_activity_page_print:
 * @self: the page, in a window
 *
 * Asks where to print the cards, and prints them; what went wrong is said by the window.
 */
void
pz_activity_page_print (PzActivityPage *self)
{
  g_autoptr(GtkPrintOperation) print = NULL;
  g_autoptr(GError) error = NULL;
  GtkRoot *root;

  g_return_if_fail (PZ_IS_ACTIVITY_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  print = pz_activity_page_make_print (self);
  if (print == NULL)
    return;
  gtk_print_operation_set_allow_async (print, TRUE);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (self, error->message);
}
