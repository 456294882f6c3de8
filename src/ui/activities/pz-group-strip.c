/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-strip.h"

#include "pz-compat.h"
#include "pz-group-met.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzGroupStrip
{
  GtkBox parent_instance;

  PzGroupForming *forming;
  guint shown; /* which account the details are about */

  GtkWidget *head;
  GtkWidget *icon;
  GtkWidget *spinner;
  GtkWidget *headline;
  GtkWidget *summary;
  GtkWidget *cancel_button;
  GtkWidget *explain_button;
  GtkWidget *details;
};

G_DEFINE_FINAL_TYPE (PzGroupStrip, pz_group_strip, GTK_TYPE_BOX)

/* ---- details ---- */

static void
add_met (PzGroupStrip         *self,
         const PzGroupAccount *account)
{
  if (account->met->len == 0)
    return;
  gtk_box_append (GTK_BOX (self->details), pz_wrapping_label_new (C_("groups", "How far it is met"), "heading"));
  gtk_box_append (GTK_BOX (self->details), pz_group_met_list_new (account));
}

static void
add_texts (PzGroupStrip *self,
           const char   *title,
           GPtrArray    *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (self->details), box);
  gtk_widget_set_visible (box, texts->len > 0);
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (title, "heading"));
  for (guint i = 0; i < texts->len; i++)
    gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (texts->pdata[i], NULL));
}

static void
add_tips (PzGroupStrip         *self,
          const PzGroupAccount *account)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (self->details), box);
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (C_("groups", "Swaps that make it better"), "heading"));
  if (account->tips->len == 0)
    gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (C_("groups", "None: no swap of two makes the groups better."), NULL));
  for (guint i = 0; i < account->tips->len; i++)
    {
      const PzGroupTip *tip = account->tips->pdata[i];
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), pz_wrapping_label_new (tip->text, NULL));
      pz_widget_set_spoken_name (button, tip->text);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "activity.swap");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", tip->a, tip->b);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
show_details (PzGroupStrip         *self,
              const PzGroupAccount *account)
{
  GtkWidget *child;

  if (pz_group_forming_get_serial (self->forming) == self->shown)
    return;
  self->shown = pz_group_forming_get_serial (self->forming);
  while ((child = gtk_widget_get_first_child (self->details)) != NULL)
    gtk_box_remove (GTK_BOX (self->details), child);
  if (account == NULL)
    return;
  add_met (self, account);
  add_texts (self, C_("groups", "Good to know"), account->notes);
  add_texts (self, C_("groups", "What the rules cost"), account->prices);
  add_tips (self, account);
}

/* ---- the line above ---- */

static const char *
get_icon (const PzGroupAccount *account)
{
  if (account->verdict == PZ_GROUP_PROVEN || account->verdict == PZ_GROUP_PROVEN_ROUNDED)
    return "object-select-symbolic";
  return "dialog-information-symbolic";
}

static void
set_line (PzGroupStrip *self,
          const char   *icon,
          const char   *headline,
          const char   *summary)
{
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_label (GTK_LABEL (self->headline), headline);
  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
  gtk_widget_set_visible (self->summary, summary != NULL && *summary != '\0');
}

static void
show_account (PzGroupStrip         *self,
              const PzGroupAccount *account)
{
  const char *rounds = pz_group_forming_get_rounds (self->forming);
  g_autofree char *summary = rounds != NULL ? g_strdup_printf ("%s %s", account->summary, rounds) : g_strdup (account->summary);

  set_line (self, get_icon (account), account->headline, summary);
}

static void
update (PzGroupStrip *self)
{
  const PzGroupAccount *account = pz_group_forming_get_account (self->forming);
  const char *problem = pz_group_forming_get_problem (self->forming);
  gboolean forming = pz_group_forming_is_forming (self->forming);
  gboolean judging = !forming && problem == NULL && pz_group_forming_is_judging (self->forming);

  if (forming)
    set_line (self, NULL, C_("groups", "Looking for the best groups…"), NULL);
  else if (problem != NULL)
    set_line (self, "dialog-warning-symbolic", C_("groups", "These groups cannot be formed"), problem);
  else if (account != NULL)
    show_account (self, account);
  else if (judging)
    set_line (self, NULL, C_("groups", "Finding out how good these groups are…"), NULL);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), forming || judging);
  gtk_widget_set_visible (self->spinner, forming || judging);
  gtk_widget_set_visible (self->cancel_button, forming);
  gtk_widget_set_visible (self->explain_button, !forming && problem == NULL && account != NULL);
  if (!gtk_widget_get_visible (self->explain_button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->explain_button), FALSE);
  show_details (self, account);
  gtk_widget_set_visible (GTK_WIDGET (self), forming || judging || problem != NULL || account != NULL);
}

static void
pz_group_strip_dispose (GObject *object)
{
  g_clear_object (&PZ_GROUP_STRIP (object)->forming);
  G_OBJECT_CLASS (pz_group_strip_parent_class)->dispose (object);
}

static void
pz_group_strip_class_init (PzGroupStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_group_strip_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-group-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, head);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, icon);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, spinner);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, headline);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, summary);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, explain_button);
  gtk_widget_class_bind_template_child (widget_class, PzGroupStrip, details);
}

static void
pz_group_strip_init (PzGroupStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_group_strip_new:
 * @forming: forms and judges the groups
 *
 * Returns: (transfer floating): the strip; it follows the forming
 */
GtkWidget *
pz_group_strip_new (PzGroupForming *forming)
{
  PzGroupStrip *self;

  g_return_val_if_fail (PZ_IS_GROUP_FORMING (forming), NULL);

  self = g_object_new (PZ_TYPE_GROUP_STRIP, NULL);
  self->forming = g_object_ref (forming);
  g_signal_connect_object (forming, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_group_strip_set_expanded:
 * @self: the strip
 * @expanded: whether everything is shown that there is to say
 */
void
pz_group_strip_set_expanded (PzGroupStrip *self,
                             gboolean      expanded)
{
  g_return_if_fail (PZ_IS_GROUP_STRIP (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->explain_button),
                                expanded && gtk_widget_get_visible (self->explain_button));
}
