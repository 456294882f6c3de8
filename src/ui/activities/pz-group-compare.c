/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-compare.h"

#include "pz-columns-layout.h"
#include "pz-compat.h"
#include "pz-group-met.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

#define COLUMN_GAP 24
#define COLUMN_WIDTH 260 /* px */

struct _PzGroupCompare
{
  AdwWindow parent_instance;

  PzGroupForming *forming;
  guint64 seed; /* of the others */

  GtkWidget *other_button;
  GtkWidget *columns;
  GtkWidget *now;
  GtkWidget *others;
};

G_DEFINE_FINAL_TYPE (PzGroupCompare, pz_group_compare, ADW_TYPE_WINDOW)

static GtkWidget *
add_label (GtkWidget  *column,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = pz_wrapping_label_new (text, css_class);

  gtk_box_append (GTK_BOX (column), label);
  return label;
}

static void
keep_cb (PzGroupCompare *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_cb (PzGroupCompare *self)
{
  pz_group_forming_take_proposal (self->forming);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_button (PzGroupCompare *self,
            GtkWidget      *column,
            const char     *label,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), button);
}

/* a group a line; rounds one below the other */
static void
add_groups (PzGroupCompare *self,
            GtkWidget      *column,
            gboolean        proposal)
{
  guint n_rounds = pz_group_forming_get_n_rounds (self->forming, proposal);

  for (guint round = 1; round <= n_rounds; round++)
    {
      g_autofree char *groups = pz_group_forming_dup_groups (self->forming, proposal, round);
      g_auto(GStrv) lines = g_strsplit (groups, "\n", -1);
      /* Translators: of several rounds in which the groups change, the one with this number */
      g_autofree char *title = g_strdup_printf (C_("activity", "Round %u"), round);

      if (n_rounds > 1)
        add_label (column, title, "heading");
      for (char **line = lines; *line != NULL; line++)
        add_label (column, *line, NULL);
    }
}

static void
fill (PzGroupCompare       *self,
      GtkWidget            *column,
      const char           *title,
      const PzGroupAccount *account,
      gboolean              proposal)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (column)) != NULL)
    gtk_box_remove (GTK_BOX (column), child);
  add_label (column, title, "title-4");
  if (account == NULL)
    return;
  add_label (column, account->headline, "heading");
  add_label (column, account->summary, NULL);
  gtk_box_append (GTK_BOX (column), pz_group_met_list_new (account));
  add_groups (self, column, proposal);
}

static void
update (PzGroupCompare *self)
{
  const PzGroupAccount *now = pz_group_forming_get_present (self->forming);
  const PzGroupAccount *others = pz_group_forming_get_proposal (self->forming);
  const char *problem = pz_group_forming_get_problem (self->forming);
  gboolean forming = pz_group_forming_is_forming (self->forming);

  fill (self, self->now, C_("groups", "Now"), now, FALSE);
  add_button (self, self->now, C_("groups", "_Keep These"), G_CALLBACK (keep_cb));
  fill (self, self->others, C_("groups", "Others"), others, TRUE);
  if (pz_group_forming_is_same (self->forming))
    add_label (self->others, C_("groups", "These are the groups of now, called otherwise: no others were found that are as "
                                          "good. Change what matters, then compare again."), NULL);
  else if (others != NULL)
    add_button (self, self->others, C_("groups", "_Use These"), G_CALLBACK (take_cb));
  else if (problem != NULL)
    add_label (self->others, problem, NULL);
  else if (forming)
    add_label (self->others, C_("groups", "Looking for other groups…"), NULL);
  gtk_widget_set_sensitive (self->other_button, !forming);
}

static void
other_clicked_cb (PzGroupCompare *self)
{
  self->seed++;
  pz_group_forming_propose (self->forming, self->seed);
}

static void
pz_group_compare_dispose (GObject *object)
{
  PzGroupCompare *self = PZ_GROUP_COMPARE (object);

  if (self->forming != NULL)
    pz_group_forming_cancel (self->forming); /* nobody looks at others any more */
  g_clear_object (&self->forming);
  G_OBJECT_CLASS (pz_group_compare_parent_class)->dispose (object);
}

static void
pz_group_compare_class_init (PzGroupCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_group_compare_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-group-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGroupCompare, other_button);
  gtk_widget_class_bind_template_child (widget_class, PzGroupCompare, columns);
  gtk_widget_class_bind_template_child (widget_class, PzGroupCompare, now);
  gtk_widget_class_bind_template_child (widget_class, PzGroupCompare, others);
  gtk_widget_class_bind_template_callback (widget_class, other_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pz_group_compare_init (PzGroupCompare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->columns, pz_columns_layout_new (COLUMN_GAP, COLUMN_WIDTH, 2));
}

/**
 * pz_group_compare_new:
 * @forming: forms and judges the groups of an activity
 * @seed: of the others to compare with
 *
 * Returns: (transfer none): a window, not yet shown; others are looked for
 */
GtkWidget *
pz_group_compare_new (PzGroupForming *forming,
                      guint64         seed)
{
  PzGroupCompare *self;

  g_return_val_if_fail (PZ_IS_GROUP_FORMING (forming), NULL);

  self = g_object_new (PZ_TYPE_GROUP_COMPARE, NULL);
  self->forming = g_object_ref (forming);
  self->seed = seed;
  g_signal_connect_object (forming, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  pz_group_forming_propose (forming, seed);
  update (self);
  return GTK_WIDGET (self);
}
