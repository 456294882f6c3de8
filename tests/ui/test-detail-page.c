/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-detail-page.h"
#include "ui-fixture.h"

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, PzDetailPage)

struct _TestPage
{
  PzDetailPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, PZ_TYPE_DETAIL_PAGE)

static void
test_page_class_init (TestPageClass *klass)
{
}

static void
test_page_init (TestPage *self)
{
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_is_narrow_while_collapsed (void)
{
  PzDetailPage *page = g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, NULL));
  guint n = 0;

  g_signal_connect_swapped (page, "notify::collapsed", G_CALLBACK (count_cb), &n);
  g_assert_false (pz_detail_page_get_collapsed (page));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (page), "pz-narrow"));
  pz_detail_page_set_collapsed (page, TRUE);
  pz_detail_page_set_collapsed (page, 2); /* as true as before */
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (pz_detail_page_get_collapsed (page));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (page), "pz-narrow"));
  pz_detail_page_set_collapsed (page, FALSE);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (page), "pz-narrow"));
  g_assert_finalize_object (page);
}

static void
test_header_bars_can_follow (void)
{
  PzDetailPage *page = g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, NULL));
  GtkWidget *header = adw_header_bar_new ();

  adw_bin_set_child (ADW_BIN (page), header);
  g_object_bind_property (page, "collapsed", header, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  g_assert_false (adw_header_bar_get_show_start_title_buttons (ADW_HEADER_BAR (header)));
  g_object_set (page, "collapsed", TRUE, NULL);
  g_assert_true (adw_header_bar_get_show_start_title_buttons (ADW_HEADER_BAR (header)));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (page)), ==, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_finalize_object (page);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/detail-page/is-narrow-while-collapsed", test_is_narrow_while_collapsed);
  g_test_add_func ("/ui/detail-page/header-bars-can-follow", test_header_bars_can_follow);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
