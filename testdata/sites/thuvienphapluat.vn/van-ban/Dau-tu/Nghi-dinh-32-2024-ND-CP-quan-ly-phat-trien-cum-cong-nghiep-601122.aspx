<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Nghị định 32/2024/NĐ-CP</title>
<link rel="canonical" href="https://thuvienphapluat.vn/van-ban/Dau-tu/Nghi-dinh-32-2024-ND-CP-quan-ly-phat-trien-cum-cong-nghiep-601122.aspx"><meta name="article:published_time" content="2024-03-18T09:00:00+07:00">
</head>
<body>
<table id="tblHead"><tr><td><a href="/">Trang chủ</a></td></tr></table>
<div style="width:550px"><div id="divThuocTinh"><h1><span>Nghị định 32/2024/NĐ-CP về quản lý, phát triển cụm công nghiệp</span></h1>
<table rules="all"><tr><td><b>Số hiệu:</b></td><td>32/2024/NĐ-CP</td><td></td><td><b>Loại văn bản:</b></td><td>Nghị định</td></tr>
<tr><td><b>Nơi ban hành:</b></td><td>Chính phủ</td><td></td><td><b>Người ký:</b></td><td>Trần Hồng Hà</td></tr>
<tr><td><b>Ngày ban hành:</b></td><td>15/03/2024</td><td></td><td><b>Ngày hiệu lực:</b></td><td class="text-green"><span onmouseover="LS_Tip(13,0)">Đã biết</span></td></tr>
<tr><td><b>Ngày công báo:</b></td><td>Đang cập nhật</td><td></td><td><b>Số công báo:</b></td><td>Đang cập nhật</td></tr>
<tr><td colspan="3"></td><td><b>Tình trạng:</b></td><td class="text-red"><span onmouseover="LS_Tip(13,0)">Đã biết</span></td></tr></table></div>
<div class="Tomtatvanban"><h2>Cụm công nghiệp có luật chơi mới</h2></div>
<div id="ctl00_Content_ThongTinVB_pnlDocContent"><div id="divContentDoc" class="cldivContentDocVn"><div class="content1"><div>
<table><tr><td><p><b>CHÍNH PHỦ<br>-------</b></p></td><td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>---------------</b></p></td></tr><tr><td><p>Số: 32/2024/NĐ-CP</p></td><td><p><i>Hà Nội, ngày 15 tháng 3 năm 2024</i></p></td></tr></table>
<p align="center"><b>NGHỊ ĐỊNH</b></p><p align="center"><b>VỀ QUẢN LÝ, PHÁT TRIỂN CỤM CÔNG NGHIỆP</b></p>
<p><i>Căn cứ Luật Đầu tư số 61/2020/QH14;</i></p><p><i>Chính phủ ban hành Nghị định về quản lý, phát triển cụm công nghiệp.</i></p>
<p><b>Điều 1. Hiệu lực</b></p><p>Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2024 và thay thế Nghị định số 68/2017/NĐ-CP.</p></div></div></div></div>
<div id="ctl00_Content_ThongTinVB_pnlDocContentEN"><div class="content1"><p>THE GOVERNMENT</p><p>Decree on industrial clusters</p></div></div></div>
</body>
</html>
