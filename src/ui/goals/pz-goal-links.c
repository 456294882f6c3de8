/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-links.h"

#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

static const struct
{
  guint field;
  const char *icon;
  const char *format;
} links[] = {
  /* Translators: %s is a need, in the words of the teacher */
  { PZ_GOAL_NEEDS, "mark-location-symbolic", NC_("link of a goal", "Need: %s") },
  /* Translators: %s is a strength, in the words of the teacher */
  { PZ_GOAL_STRENGTHS, "starred-symbolic", NC_("link of a goal", "Strength: %s") },
  /* Translators: %s is an interest, in the words of the teacher */
  { PZ_GOAL_INTERESTS, "emote-love-symbolic", NC_("link of a goal", "Interest: %s") },
};

static GtkWidget *
make_chip (const char *icon,
           const char *text)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_add_css_class (chip, "pz-tag");
  return chip;
}

static void
add_chips (GtkWidget *box,
           PzRecord  *goal,
           gsize      link)
{
  g_auto(GStrv) texts = pz_record_dup_set (goal, links[link].field);

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *shown = pz_privacy_dup_text (texts[i]);
      /* not a format of ours but a translated one with one %s */
      g_auto(GStrv) parts = g_strsplit (g_dpgettext2 (GETTEXT_PACKAGE, "link of a goal", links[link].format), "%s", 2);
      g_autofree char *words = g_strjoinv (shown, parts);

      gtk_box_append (GTK_BOX (box), make_chip (links[link].icon, words));
    }
}

static void
add_standard (GtkWidget       *box,
              PzRecord        *goal,
              PzStandardNames *standards)
{
  const char *id = pz_record_get_text (goal, PZ_GOAL_STANDARD);
  const char *label = id != NULL ? pz_standard_names_get_label (standards, id) : NULL;
  g_autofree char *words = NULL;

  if (label == NULL)
    return;
  /* Translators: %s is the code and the beginning of a standard of a framework */
  words = g_strdup_printf (C_("link of a goal", "Standard: %s"), label);
  gtk_box_append (GTK_BOX (box), make_chip ("view-list-symbolic", words));
}

/**
 * pz_goal_links_fill:
 * @box: what is in it goes
 * @facts: of the goal
 * @standards: what standards are called; one whose name is not read yet has no chip
 *
 * Fills the box with chips; hides it when there is none.
 */
void
pz_goal_links_fill (GtkWidget   *box,
                    PzGoalFacts *facts,
                    PzStandardNames *standards)
{
  PzRecord *goal;

  g_return_if_fail (GTK_IS_BOX (box) && PZ_IS_GOAL_FACTS (facts));

  goal = pz_goal_facts_get_goal (facts);
  while (gtk_widget_get_first_child (box) != NULL)
    gtk_box_remove (GTK_BOX (box), gtk_widget_get_first_child (box));
  for (gsize i = 0; i < G_N_ELEMENTS (links) && goal != NULL; i++)
    add_chips (box, goal, i);
  if (goal != NULL)
    add_standard (box, goal, standards);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
}
